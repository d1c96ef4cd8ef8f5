"""What every reader of text shares: plain Python, the lowest floor."""
