from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0013_method_10"),
    ]

    operations = [
        migrations.AlterField(
            model_name="grade",
            name="method_version",
            field=models.PositiveSmallIntegerField(
                default=11, help_text="of the rules it was judged by"
            ),
        ),
        migrations.AlterField(
            model_name="gradeevent",
            name="method_version",
            field=models.PositiveSmallIntegerField(
                default=11, help_text="of the rules it was judged by"
            ),
        ),
    ]
