from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bibliography", "0002_found_by_abstract"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="reference",
            index=models.Index(
                fields=["sample", "id"], name="bibliography_reference_sample"
            ),
        ),
    ]
