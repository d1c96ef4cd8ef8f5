"""What the first to ask would else wait for, made beforehand, in a thread of its own.

It begins once a page was answered, so that the server comes up no later for it, and
gives way to whoever answers one.
"""

import gc
import logging
import os
import sys
import threading
import time
from importlib import import_module

from django.conf import settings
from django.db import connections
from django.template.loader import get_template

from config import api_docs
from core.isolation import get_ready

AT_LATEST = 10  # seconds after the start, where nobody asks for anything
PAUSE = 5  # seconds for the first pages, which load what they are made by
NICENESS = 10
TEMPLATES = (
    "config/api_docs.html",
    "articles/checking/check_article.html",
    "articles/checking/check_audit.html",
    "articles/checking/_check_body.html",
)
logger = logging.getLogger(__name__)


def warm_after(answered: threading.Event) -> None:
    """Begin a little after something was answered, or nobody asked for a while."""
    answered.wait(AT_LATEST)
    time.sleep(PAUSE)
    try:
        get_ready()
        give_way()
        warm()
    except Exception:  # whoever asks first waits, and is told what is wrong
        logger.exception("what is made beforehand could not be")
    finally:
        connections.close_all()


def warm() -> None:
    """Load what reads articles, and make the description of the API."""
    for module in settings.WARMED_MODULES:
        import_module(module)
    for name in TEMPLATES:
        get_template(name)
    api_docs.collections()
    for renderer in api_docs.SchemaView.renderer_classes:
        renderer.written()
    # What is made by now stays: see config.wsgi.
    gc.collect()
    gc.freeze()


def give_way() -> None:
    """Have this thread alone run below the others, where Linux can do that."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
