from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_checks_in_rounds"),
    ]

    operations = [
        migrations.AddField(
            model_name="citedwork",
            name="all_authors",
            field=models.BooleanField(
                default=False, help_text="those named are all: not cut at “et al.”"
            ),
        ),
        migrations.AddField(
            model_name="citedworkevent",
            name="all_authors",
            field=models.BooleanField(
                default=False, help_text="those named are all: not cut at “et al.”"
            ),
        ),
    ]
