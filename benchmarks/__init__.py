"""Figures measured on the whole application, and the synthetic store for them."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
try:
    django.setup()
except ImproperlyConfigured as problem:
    sys.exit(str(problem))
