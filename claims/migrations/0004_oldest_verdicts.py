from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0003_one_scan"),
        ("studies", "0003_checks_in_rounds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("merged_into", None), ("withdrawn_at", None)),
                fields=["judged_at", "id"],
                name="claims_claim_oldest",
            ),
        ),
    ]
