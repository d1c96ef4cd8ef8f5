from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0002_reviewing"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="claim",
            name="claims_claim_newest",
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                models.OrderBy(models.F("judged_at"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                models.F("verdict"),
                models.F("certainty"),
                models.F("scope"),
                models.F("kind"),
                condition=models.Q(("merged_into", None), ("withdrawn_at", None)),
                name="claims_claim_newest",
            ),
        ),
    ]
