"""What an article is: its outlet, author, dates, licence, and whether it sells."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from accounts.permissions import Permission, require
from core.errors import LostRace, NotAllowed, Refused
from core.numbers import whole_number
from evidence.actions.articles import edit_article
from evidence.curation import who_changed
from evidence.forms.curating import ArticleForm
from evidence.models import Article


@login_required
@never_cache
def edit(request, article_id):
    """The facts of an article, to be put right."""
    require(request.user, Permission.KEEP_ARTICLES)
    articles = Article.objects.current().select_related("outlet")
    article = get_object_or_404(articles, pk=article_id)
    outlet = article.outlet.name if article.outlet else ""
    form = ArticleForm(
        request.POST or None, instance=article, initial={"outlet_name": outlet}
    )
    if request.method == "POST" and form.is_valid():
        try:
            store(request, article, form)
        except NotAllowed:
            raise
        except Refused as refusal:
            raced = isinstance(refusal, LostRace)
            form.add_error(None, raced and who_changed(article) or refusal.sentence)
        else:
            messages.success(request, "Saved what the article is.")
            return redirect("evidence:article", article.pk)
    status = 422 if form.is_bound else 200
    context = {"article": article, "form": form}
    return render(request, "evidence/curate_facts.html", context, status=status)


def store(request, article, form):
    """Store what was changed on the form; an outlet is known by its name."""
    given = {name: form.cleaned_data[name] for name in form.changed_data}
    if "url" in given:
        given["url"] = given["url"] or ""
    revision = whole_number(request.POST.get("revision"))
    edit_article(article=article, by=request.user, revision=revision, **given)
