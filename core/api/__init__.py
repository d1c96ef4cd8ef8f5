"""What every collection of the API has in common."""
