"""How articles come in, are captured again, and are described."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.conf import settings

from accounts.models import User
from accounts.permissions import Permission, require
from articles.articles.capture import note_near_copy, store_capture
from articles.bounded import read_bounded
from articles.models import Article, ArticleVersion, Outlet
from articles.reading import read_article
from articles.reading.addresses import normalise_address
from articles.reading.anchoring.similarity import sketch
from articles.reading.decoding import UnreadableArticle
from articles.reading.document import Document, Reading
from articles.reading.documents import detect_form, is_packed
from articles.rows import locked
from core.actions import action, expect_revision, one_after_another, save, unsaid
from core.errors import Refused
from core.models import ShortForm
from core.withdrawing import expect_current, withdraw


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an import: where it is, and what of it is new."""

    article: Article
    version: ArticleVersion
    is_new_article: bool
    is_new_version: bool


def read_for_keeping(
    data: bytes, form: str | None = None, filename: str = ""
) -> Reading:
    """Read an article as ``import_article`` does, without storing anything.

    Raises Refused with one sentence where it cannot be read or is beyond a limit.
    """
    refuse_what_is_too_large(data)
    return read_bounded(read_whole, data, form, filename)


def refuse_what_is_too_large(data: bytes) -> None:
    """Refuse an article that has more bytes than are read."""
    limit = (
        settings.DOCUMENT_MAX_BYTES if is_packed(data) else settings.ARTICLE_MAX_BYTES
    )
    if len(data) > limit:
        raise Refused(
            f"The file has {len(data):,} bytes; at most {limit:,} are read.",
            field="file",
        )


def read_whole(data: bytes, form: str | None = None, filename: str = "") -> Reading:
    """Read an article as it can be kept, or raise Refused; however long it takes."""
    try:
        reading = read_article(data, form, filename)
        reading.document.text.encode()
    except UnreadableArticle as problem:
        raise Refused(str(problem), field="file") from problem
    except UnicodeEncodeError as problem:
        raise Refused(
            f"The text holds half a character at place {problem.start:,}; whole "
            "Unicode characters were expected.",
            field="file",
        ) from problem
    _refuse_what_cannot_be_kept(reading)
    return reading


def _refuse_what_cannot_be_kept(reading: Reading) -> None:
    text = reading.document.text
    if not text.strip():
        raise Refused("The file holds no text of an article.", field="file")
    if "\0" in text:
        raise Refused(
            f"The text holds a zero character at place {text.index(chr(0)):,}; plain "
            "characters were expected.",
            field="file",
        )
    counts = {
        "sentences that look like claims": len(reading.suggestions),
        "citations": len(reading.citations),
        "cited works": len(reading.references),
    }
    for what, count in counts.items():
        if count > settings.ARTICLE_MAX_PARTS:
            raise Refused(
                f"The article has {count:,} {what}; at most "
                f"{settings.ARTICLE_MAX_PARTS:,} are kept of one article.",
                field="file",
            )


@action
def import_article(
    *,
    data: bytes,
    by: User,
    form: str | None = None,
    filename: str = "",
    url: str | None = None,
    article: Article | None = None,
    reason: str = "",
) -> Imported:
    """Store an article, or a new version of it where its text changed.

    The same ``url``, or ``article``, is the same article; without either, a text that
    is stored already is the article that has it. Everything that stood in the version
    before is placed in the new one; new sentences bring new suggestions. ``form`` is
    "text", "html" or "jats", None looks for itself. Raises Refused with one sentence.
    """
    require(by, Permission.KEEP_ARTICLES)
    address = _address(url)
    reading = read_for_keeping(data, form, filename)
    digest = sha256(reading.document.text.encode()).hexdigest()
    source = {
        "form": form or detect_form(data, filename),
        "source": data,
        "source_name": filename[-255:],
        "sha256": digest,
    }
    one_after_another(address or digest)
    known = _known_article(article, address, digest)
    if known is None:
        known = _new_article(reading.document, address, by)
        return _captured(known, reading, source, is_new=True)
    expect_current(known)
    if address and not known.url:
        save(known, url=address)
    version = known.versions.filter(sha256=digest).first()
    if version:
        return Imported(known, version, False, False)
    return _captured(known, reading, source, is_new=False)


def _address(url: str | None) -> str | None:
    if not url or not url.strip():
        return None
    try:
        return normalise_address(url)
    except ValueError as problem:
        raise Refused(str(problem), field="url") from problem


def _known_article(
    article: Article | None, address: str | None, digest: str
) -> Article | None:
    rows = Article.objects.select_for_update(of=("self",)).filter(merged_into=None)
    if article is not None:
        found = rows.filter(pk=article.pk).first()
        if found is None:
            raise Refused(f"There is no article {article.pk}, or it was merged.")
        if address and found.url and found.url != address:
            raise Refused(
                f"Article {found.pk} has the address {found.url}, not {address}.",
                field="url",
            )
        return found
    if address:
        return rows.filter(url=address).first()
    stored = ArticleVersion.objects.filter(sha256=digest).values("article")
    return rows.filter(pk__in=stored, withdrawn_at=None).order_by("pk").first()


def _new_article(document: Document, address: str | None, by: User) -> Article:
    return save(
        Article(
            title=document.title,
            title_made=document.title_made,
            url=address,
            author=document.author,
            published=document.published[:40],
            modified=document.modified[:40],
            brought_by=by,
        )
    )


def _captured(
    article: Article,
    reading: Reading,
    source: dict[str, Any],
    *,
    is_new: bool,
) -> Imported:
    document = reading.document
    before = None if is_new else article.versions.order_by("-number").first()
    blocks = [[str(b.kind), b.start, b.end, b.level] for b in document.blocks]
    version = save(
        ArticleVersion(
            article=article,
            number=before.number + 1 if before else 1,
            title=document.title,
            text=document.text,
            html=document.html,
            blocks=blocks,
            sketch=list(sketch(document.text)),
            words=document.words,
            **source,
        )
    )
    if before:
        _follow(article, before, document)
    store_capture(version, before, reading)
    ShortForm.objects.read_in("article", {article.pk: document.text})
    note_near_copy(article, version)
    return Imported(article, version, is_new, True)


def _follow(article: Article, before: ArticleVersion, document: Document) -> None:
    """Bring up to date what the article says of itself, where nobody edited it."""
    changes = {}
    if article.title == before.title and article.title != document.title:
        changes |= {"title": document.title, "title_made": document.title_made}
    if document.modified and article.modified != document.modified:
        changes["modified"] = document.modified[:40]
    stated = {"author": document.author, "published": document.published[:40]}
    changes |= unsaid(article, stated)
    if changes:
        save(article, **changes)


@action
def edit_article(
    *,
    article: Article,
    by: User,
    title: str | None = None,
    url: str | None = None,
    outlet_name: str | None = None,
    author: str | None = None,
    published: str | None = None,
    modified: str | None = None,
    licence: str | None = None,
    sells: str | None = None,
    revision: int | None = None,
    reason: str = "",
) -> Article:
    """Describe an article; what is None stays, an empty text empties the field.

    An outlet is known by its name, and made where there is none of it; it is changed
    and not emptied.
    """
    require(by, Permission.EDIT_ARTICLES)
    article = locked(article)
    expect_revision(article, revision)
    outlet = add_outlet(name=outlet_name, by=by) if outlet_name else None
    given = {
        "title": title,
        "outlet": outlet,
        "author": author,
        "published": published,
        "modified": modified,
        "licence": licence,
        "sells": sells,
    }
    changes = {name: value for name, value in given.items() if value is not None}
    if "title" in changes:
        changes["title_made"] = False
    if url is not None:
        changes["url"] = _address(url)
    return save(article, **changes) if changes else article


@action
def add_outlet(*, name: str, by: User, address: str = "", reason: str = "") -> Outlet:
    """The outlet of a name, made where there is none yet (case makes no difference)."""
    require(by, Permission.EDIT_ARTICLES)
    name = " ".join(name.split())
    known = Outlet.objects.current().filter(name__iexact=name).order_by("pk").first()
    return known or save(Outlet(name=name, address=address.strip()))


@action
def withdraw_article(
    *, article: Article, by: User, reason: str, revision: int | None = None
) -> Article:
    """Take an article out of use; its row, its words and its history stay."""
    require(by, Permission.WITHDRAW)
    article = locked(article)
    expect_revision(article, revision)
    return withdraw(row=article, by=by, reason=reason)
