"""The words that a row is found by, where they stand in other tables too."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class AbstractSearchRow(models.Model):
    """What one row is found by and narrowed by; derived, and made anew at will.

    The database's triggers keep it right. A subclass has the row as its key.
    """

    words = SearchVectorField(editable=False)
    marks = ArrayField(
        models.TextField(),
        default=list,
        editable=False,
        help_text='what lists are narrowed by: "verdict:supported"',
    )

    class Meta:
        abstract = True
