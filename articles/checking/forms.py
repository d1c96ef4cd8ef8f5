"""The form that takes an article to check or to keep."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from core.forms import Form, WholeText

FORMS = [
    ("", "find out"),
    ("text", "plain text"),
    ("markdown", "Markdown"),
    ("html", "HTML"),
    ("jats", "JATS XML"),
    ("docx", "Word"),
    ("pdf", "PDF"),
]


class CheckForm(Form):
    """A pasted text or a file; with ``keeps``, for a person who may keep articles.

    ``data`` and ``filename`` of a valid form are the bytes and the file's name. What
    was checked comes back as ``source`` with its very bytes, to be kept as it was read.
    """

    text = WholeText(
        label="Paste its text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label="Or choose a file", required=False, allow_empty_file=True
    )
    form = forms.ChoiceField(
        label="What it is", required=False, choices=FORMS, widget=forms.RadioSelect
    )
    url = forms.CharField(
        label="Its address",
        required=False,
        max_length=2000,
        help_text="Where it stands on the web, to know it again when it is kept.",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    source = forms.CharField(
        required=False, strip=False, widget=forms.HiddenInput(attrs={"id": None})
    )
    source_name = forms.CharField(
        required=False, max_length=255, widget=forms.HiddenInput(attrs={"id": None})
    )

    look = forms.CharField(
        required=False, max_length=60, widget=forms.HiddenInput(attrs={"id": None})
    )

    def __init__(self, *args: Any, keeps: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        megabytes = settings.ARTICLE_MAX_BYTES / 1_000_000
        packed = settings.DOCUMENT_MAX_BYTES / 1_000_000
        self.fields["file"].help_text = (
            f"Plain text, Markdown, HTML or JATS XML, at most {megabytes:g} MB; PDF or "
            f"Word (.docx), at most {packed:g} MB."
        )
        if not keeps:
            del self.fields["url"]

    def clean_file(self) -> UploadedFile | None:
        """Refuse a file beyond the limit before its bytes are looked at."""
        upload = self.cleaned_data["file"]
        if upload and upload.size > settings.DOCUMENT_MAX_BYTES:
            raise forms.ValidationError(
                f"The file has {upload.size:,} bytes; at most "
                f"{settings.DOCUMENT_MAX_BYTES:,} are read."
            )
        return upload

    def clean_source(self) -> bytes | None:
        """The bytes that were checked before."""
        given = self.cleaned_data["source"]
        try:
            return urlsafe_b64decode(given) if given else None
        except (NotBase64, ValueError):
            raise forms.ValidationError(
                "The article did not come back whole; paste it or choose it again."
            ) from None

    def clean(self) -> dict[str, Any]:
        """Take the one thing that was given."""
        given = super().clean()
        text, upload = given.get("text") or "", given.get("file")
        if text.strip() and upload:
            raise forms.ValidationError(
                "There is a text and a file; one of the two was expected."
            )
        if upload:
            return given | {"data": upload.read(), "filename": upload.name}
        if given.get("source") and not text.strip():
            return given | {"data": given["source"], "filename": given["source_name"]}
        if not text.strip() and not self.errors:
            self.add_error("text", "Paste a text here, or choose a file below.")
        # Browsers send every line's end as two characters, whatever was pasted.
        return given | {"data": text.replace("\r\n", "\n").encode(), "filename": ""}

    def as_read(self) -> dict[str, Any]:
        """What reading and importing want: the bytes, their name and their form."""
        return {
            "data": self.cleaned_data["data"],
            "filename": self.cleaned_data["filename"],
            "form": self.cleaned_data["form"] or None,
        }

    def keep_file(self) -> None:
        """Have the form shown again send the file once more: a browser forgets it.

        As long as it is no larger than what a form can carry.
        """
        if self.files and len(self.cleaned_data["data"]) <= settings.ARTICLE_MAX_BYTES:
            kept = self.again()
            self.data = self.data.copy()
            self.data.update({name: kept[name] for name in ("source", "source_name")})

    def again(self) -> dict[str, str]:
        """Hidden fields' values: the same bytes once more, and what was looked for."""
        return {
            "source": urlsafe_b64encode(self.cleaned_data["data"]).decode(),
            "source_name": self.cleaned_data["filename"],
            "form": self.cleaned_data["form"],
            "look": self.cleaned_data["look"],
        }
