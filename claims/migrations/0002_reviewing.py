import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("claims", "0001_initial"),
        ("studies", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="added_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="claimevent",
            name="added_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                django.db.models.functions.text.MD5(
                    django.db.models.functions.comparison.Cast(
                        models.Func(
                            django.contrib.postgres.search.SearchVector(
                                models.Func(
                                    "intervention",
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                config="finding",
                            ),
                            function="strip",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        models.TextField(),
                    )
                ),
                django.db.models.functions.text.MD5(
                    django.db.models.functions.comparison.Cast(
                        models.Func(
                            django.contrib.postgres.search.SearchVector(
                                models.Func(
                                    "outcome",
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                config="finding",
                            ),
                            function="strip",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        models.TextField(),
                    )
                ),
                models.F("id"),
                condition=models.Q(("merged_into", None), ("withdrawn_at", None)),
                name="claims_claim_intervention",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                django.db.models.functions.text.MD5(
                    django.db.models.functions.comparison.Cast(
                        models.Func(
                            django.contrib.postgres.search.SearchVector(
                                models.Func(
                                    "outcome",
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                config="finding",
                            ),
                            function="strip",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        models.TextField(),
                    )
                ),
                django.db.models.functions.text.MD5(
                    django.db.models.functions.comparison.Cast(
                        models.Func(
                            django.contrib.postgres.search.SearchVector(
                                models.Func(
                                    "intervention",
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                config="finding",
                            ),
                            function="strip",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        models.TextField(),
                    )
                ),
                models.F("id"),
                condition=models.Q(("merged_into", None), ("withdrawn_at", None)),
                name="claims_claim_outcome",
            ),
        ),
    ]
