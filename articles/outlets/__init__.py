"""Who publishes articles, and how far their citations were checked."""
