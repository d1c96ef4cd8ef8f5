import accounts.permissions
import django.contrib.auth.validators
import django.db.models.functions.text
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="last login"
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        help_text="Letters, digits and @ . + - _",
                        max_length=150,
                        validators=[
                            django.contrib.auth.validators.UnicodeUsernameValidator()
                        ],
                        verbose_name="sign-in name",
                    ),
                ),
                (
                    "display_name",
                    models.CharField(
                        help_text="The name that stands beside judgements.",
                        max_length=150,
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "role",
                    models.CharField(
                        choices=accounts.permissions.Role.pairs,
                        default=accounts.permissions.Role["READER"],
                        max_length=20,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(default=True, verbose_name="may sign in"),
                ),
                ("is_system", models.BooleanField(default=False)),
                (
                    "sample",
                    models.BooleanField(
                        default=False,
                        help_text="Made with the sample evidence, with a known password.",
                    ),
                ),
                ("joined_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("username"),
                        name="user_name_once",
                        violation_error_message="This sign-in name is taken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                ["reader", "curator", "reviewer", "editor", "admin"],
                            )
                        ),
                        name="user_role_known",
                        violation_error_message="This is no role.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_system", True)),
                        fields=("is_system",),
                        name="user_one_system",
                        violation_error_message="There is one system account already.",
                    ),
                ],
            },
        ),
    ]
