"""Mail to people about their accounts: put in line, sealed, and sent by a job."""

import json
import smtplib
from base64 import urlsafe_b64encode
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.mail import send_mail
from django.utils.crypto import salted_hmac

from accounts.models import User
from core.errors import Refused, TryLater
from core.jobs import JobRun, enqueue
from core.models import Job

KIND = "send_mail"
NOBODY = ""  # to whom a mail is written that only takes its time


def put_in_line(*, by: User, to: str, subject: str, text: str) -> Job | None:
    """Have a mail sent soon; None where the site sends none.

    Jobs are seen by others than the reader, and a mail may hold a link that opens an
    account: so its words are sealed with the site's secret.
    """
    if not settings.EMAIL_URL:
        return None
    words = json.dumps({"to": to, "subject": subject, "text": text}).encode()
    sealed = _seal().encrypt(words).decode()
    return enqueue(kind=KIND, arguments={"sealed": sealed}, by=by)


def run(run: JobRun) -> dict[str, Any]:
    """Send a mail in line.

    Raises Refused where the secret changed since, TryLater where the server of mail
    does not take it.
    """
    try:
        mail = json.loads(_seal().decrypt(run.arguments["sealed"]))
    except InvalidToken:
        raise Refused("The site's secret changed since the mail was written.") from None
    try:
        if mail["to"] != NOBODY:
            send_mail(mail["subject"], mail["text"], None, [mail["to"]])
    except (OSError, smtplib.SMTPException) as problem:
        raise TryLater(f"The mail could not be sent: {problem}") from problem
    return {"says": ["The mail was sent, where there is such an address."]}


def _seal() -> Fernet:
    key = salted_hmac("footing.mail", settings.SECRET_KEY, algorithm="sha256").digest()
    return Fernet(urlsafe_b64encode(key))
