from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("studies", "0005_named_labels"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="study",
            index=models.Index(fields=["sample", "id"], name="studies_study_sample"),
        ),
    ]
