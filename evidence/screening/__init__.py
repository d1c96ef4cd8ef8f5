"""Screening: what searches brought to an evidence base, record by record."""
