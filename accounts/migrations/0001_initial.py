import accounts.permissions
import accounts.tokens.words
import django.contrib.auth.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
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
        migrations.CreateModel(
            name="Token",
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
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="What the program is, or where.", max_length=80
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=accounts.tokens.words.Scope.pairs,
                        default=accounts.tokens.words.Scope["READ"],
                        max_length=5,
                    ),
                ),
                (
                    "sha256",
                    models.CharField(editable=False, max_length=64, unique=True),
                ),
                (
                    "made_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                (
                    "used_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "expires_on",
                    models.DateField(
                        blank=True, help_text="The last day it is good on.", null=True
                    ),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="token_named",
                        violation_error_message="A token has a name.",
                    ),
                    models.UniqueConstraint(
                        models.F("user"),
                        django.db.models.functions.text.Lower("name"),
                        condition=models.Q(("revoked_at", None)),
                        name="token_name_once",
                        violation_error_message="You have a token of this name already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ["read", "write"])),
                        name="accounts_token_scope_word",
                        violation_error_message="Scope must be one of: read, write.",
                    ),
                ],
            },
        ),
    ]
