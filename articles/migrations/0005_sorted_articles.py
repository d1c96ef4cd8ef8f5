from django.db import migrations, models


# Derived, like the rows: of those that stand; from now on triggers keep it.
FILL = """
    UPDATE articles_articlesearch t SET captured_at = v.created_at,
        claim_count = n.accepted, suggestion_count = n.suggested
    FROM articles_article a
    LEFT JOIN LATERAL (
        SELECT created_at FROM articles_articleversion
        WHERE article_id = a.id ORDER BY number DESC LIMIT 1) v ON true
    LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE status = 'accepted') AS accepted,
            count(*) FILTER (WHERE status = 'suggested') AS suggested
        FROM articles_mention WHERE article_id = a.id) n ON true
    WHERE a.id = t.article_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_all_authors"),
    ]

    operations = [
        migrations.AddField(
            model_name="articlesearch",
            name="captured_at",
            field=models.DateTimeField(
                editable=False, help_text="when its newest version was", null=True
            ),
        ),
        migrations.AddField(
            model_name="articlesearch",
            name="claim_count",
            field=models.PositiveIntegerField(
                default=0, editable=False, help_text="accepted mentions"
            ),
        ),
        migrations.AddField(
            model_name="articlesearch",
            name="suggestion_count",
            field=models.PositiveIntegerField(
                default=0, editable=False, help_text="mentions that nobody decided on"
            ),
        ),
        migrations.RunSQL(sql=FILL, reverse_sql=migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="articlesearch",
            index=models.Index(
                models.OrderBy(
                    models.F("captured_at"), descending=True, nulls_last=True
                ),
                models.OrderBy(models.F("article"), descending=True),
                name="articles_articlesearch_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="articlesearch",
            index=models.Index(
                fields=["claim_count", "article"], name="articles_articlesearch_claims"
            ),
        ),
        migrations.AddIndex(
            model_name="articlesearch",
            index=models.Index(
                fields=["suggestion_count", "article"],
                name="articles_articlesearch_left",
            ),
        ),
    ]
