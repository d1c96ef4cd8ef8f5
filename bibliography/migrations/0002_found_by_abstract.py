import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.comparison
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bibliography", "0001_initial"),
        ("core", "0003_short_form_keys"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="reference",
            name="bibliography_reference_search",
        ),
        migrations.RemoveField(
            model_name="reference",
            name="search",
        ),
        migrations.AddField(
            model_name="reference",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.CombinedSearchVector(
                        django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.SearchVector(
                                models.Func(
                                    "title",
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                config="finding",
                                weight="A",
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                models.Func(
                                    django.db.models.functions.comparison.Cast(
                                        "year", models.TextField()
                                    ),
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                models.Func(
                                    models.Func("authors", function="search_names"),
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                config="finding",
                                weight="B",
                            ),
                            django.contrib.postgres.search.SearchConfig("finding"),
                        ),
                        "||",
                        django.contrib.postgres.search.SearchVector(
                            models.Func(
                                "container",
                                function="search_words",
                                output_field=models.TextField(),
                            ),
                            config="finding",
                            weight="C",
                        ),
                        django.contrib.postgres.search.SearchConfig("finding"),
                    ),
                    "||",
                    django.contrib.postgres.search.SearchVector(
                        models.Func(
                            django.db.models.functions.text.Left("abstract", 200000),
                            function="search_words",
                            output_field=models.TextField(),
                        ),
                        config="finding",
                        weight="D",
                    ),
                    django.contrib.postgres.search.SearchConfig("finding"),
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="reference",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search"], name="bibliography_reference_search"
            ),
        ),
    ]
