"""Loads all of Footing, where processes for heavy work are forked from.

They read, and draw what they read: models, addresses and templates are there at once.
"""

import django
from django.template.loader import get_template
from django.urls import get_resolver

django.setup()
get_resolver().url_patterns  # noqa: B018  read where they are first asked for
get_template("articles/checking/_check_body.html")
