"""What the web server runs."""

import os

from django.core.wsgi import get_wsgi_application

from config.children import end_when_orphaned
from core.isolation import get_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
get_ready()

if os.environ.get("END_WHEN_ORPHANED"):
    end_when_orphaned()
