"""How far reviewers agreed, each judging alone, before any consensus."""
