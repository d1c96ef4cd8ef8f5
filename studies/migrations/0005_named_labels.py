import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0006_names_and_numbers"),
        ("studies", "0004_studies_by_facets"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="study", name="studies_study_search"),
        migrations.RemoveField(model_name="study", name="search"),
        migrations.AddField(
            model_name="study",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
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
                                models.Func("label", function="search_named"),
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
                            "population",
                            function="search_words",
                            output_field=models.TextField(),
                        ),
                        models.Func(
                            "intervention",
                            function="search_words",
                            output_field=models.TextField(),
                        ),
                        models.Func(
                            "comparator",
                            function="search_words",
                            output_field=models.TextField(),
                        ),
                        models.Func(
                            "registration",
                            function="search_words",
                            output_field=models.TextField(),
                        ),
                        config="finding",
                        weight="C",
                    ),
                    django.contrib.postgres.search.SearchConfig("finding"),
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="study",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search"], name="studies_study_search"
            ),
        ),
    ]
