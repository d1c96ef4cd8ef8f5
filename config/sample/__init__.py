"""Sample evidence, so that a first visitor sees the point: data alone, no database.

Three short articles on stem cells, written for Footing in the manner of clinic pages,
and one on BCG vaccination. The five studies that the second names are stored exactly as
far as such pages state them. The 13 trials are those of dat.bcg (see ``bcg``).
"""
