import django.contrib.postgres.indexes
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("studies", "0003_checks_in_rounds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="study",
            index=models.Index(
                models.OrderBy(models.F("year"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                name="studies_study_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="study",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("merged_into", None), ("withdrawn_at", None)),
                fields=["design", "allocation", "status", "sample"],
                name="studies_study_facets",
            ),
        ),
        migrations.AddIndex(
            model_name="study",
            index=models.Index(
                condition=models.Q(
                    models.Q(("registration", ""), _negated=True),
                    ("merged_into", None),
                    ("withdrawn_at", None),
                ),
                fields=["label", "id"],
                name="studies_study_registered",
            ),
        ),
    ]
