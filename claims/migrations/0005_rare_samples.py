from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0004_oldest_verdicts"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["sample", "id"], name="claims_claim_sample"),
        ),
    ]
