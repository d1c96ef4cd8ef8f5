from django.db import migrations, models


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
                db_default=0, editable=False, help_text="accepted mentions"
            ),
        ),
        migrations.AddField(
            model_name="articlesearch",
            name="suggestion_count",
            field=models.PositiveIntegerField(
                db_default=0,
                editable=False,
                help_text="mentions that nobody decided on",
            ),
        ),
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
