from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_sorted_articles"),
        ("studies", "0006_rare_samples"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["sample", "id"], name="articles_article_sample"),
        ),
    ]
