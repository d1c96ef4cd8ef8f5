"""How the article's side and the judgement are written, one module per noun."""
