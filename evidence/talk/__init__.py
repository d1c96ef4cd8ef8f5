"""What people say to each other of a record: comments, and flags."""
