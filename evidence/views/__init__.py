"""The pages of the article's side and of the judgement."""
