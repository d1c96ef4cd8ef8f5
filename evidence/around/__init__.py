"""What stands around a claim: others like it, wider, narrower and opposed."""
