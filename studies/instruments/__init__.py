"""Appraisal tools as data: what is asked, what the answers come to, by which version.

Each `*.toml` is one instrument: its questions in our own words with the published
numbering, its rules as published, and where the official version is. None of them is
an official version. Plain Python.
"""
