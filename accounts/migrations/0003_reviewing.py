import accounts.people.words
import accounts.permissions
import accounts.profiles.words
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_shared_cache"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccountChange",
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
                    "step",
                    models.CharField(
                        choices=accounts.people.words.AccountStep.pairs, max_length=8
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=accounts.permissions.Role.pairs,
                        help_text="the account's, from then on",
                        max_length=20,
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now()
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["user", "-id"], name="account_change_of")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "step__in",
                                ["made", "role", "closed", "reopened", "password"],
                            )
                        ),
                        name="accounts_accountchange_step_word",
                        violation_error_message="Step must be one of: made, role, closed, reopened, password.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "reader",
                                    "contributor",
                                    "curator",
                                    "reviewer",
                                    "editor",
                                    "admin",
                                ],
                            )
                        ),
                        name="accounts_accountchange_role_word",
                        violation_error_message="Role must be one of: reader, contributor, curator, reviewer, editor, admin.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Interest",
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
                    "kind",
                    models.CharField(
                        choices=accounts.profiles.words.InterestKind.pairs,
                        max_length=12,
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As it calls itself; of a work, its title.",
                        max_length=300,
                    ),
                ),
                (
                    "identifier",
                    models.CharField(
                        blank=True,
                        help_text="Of a work its DOI, PubMed number or registration; of an article or outlet its address.",
                        max_length=300,
                    ),
                ),
                (
                    "says",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="what it is to you"
                    ),
                ),
                (
                    "since",
                    models.CharField(
                        blank=True,
                        help_text="A year or a day, as far as you know.",
                        max_length=40,
                    ),
                ),
                (
                    "declared_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["user"], name="interest_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="interest_named",
                        violation_error_message="An interest names what it is in.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["outlet", "organisation", "article", "study", "other"],
                            )
                        ),
                        name="accounts_interest_kind_word",
                        violation_error_message="Kind must be one of: outlet, organisation, article, study, other.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
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
                    "display_name",
                    models.CharField(
                        help_text="It stands beside judgements.",
                        max_length=150,
                        verbose_name="name",
                    ),
                ),
                (
                    "email",
                    models.EmailField(max_length=254, verbose_name="e-mail address"),
                ),
                (
                    "role",
                    models.CharField(
                        choices=accounts.permissions.Role.pairs, max_length=20
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                (
                    "sha256",
                    models.CharField(editable=False, max_length=64, unique=True),
                ),
                (
                    "mailed",
                    models.BooleanField(default=False, help_text="else it was copied"),
                ),
                (
                    "made_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("expires_at", models.DateTimeField(editable=False)),
                (
                    "used_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "account",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitation",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        condition=models.Q(("revoked_at", None), ("used_at", None)),
                        name="invitation_once",
                        violation_error_message="This address has an invitation that stands.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("account", None), ("used_at", None)),
                            models.Q(
                                ("account__isnull", False),
                                ("revoked_at", None),
                                ("used_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_used_whole",
                        violation_error_message="An invitation is used once, for one account, unless it was revoked.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at", None), ("revoked_by", None)),
                            models.Q(
                                ("revoked_at__isnull", False),
                                ("revoked_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_revoked_whole",
                        violation_error_message="A revoked invitation says by whom and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "reader",
                                    "contributor",
                                    "curator",
                                    "reviewer",
                                    "editor",
                                    "admin",
                                ],
                            )
                        ),
                        name="accounts_invitation_role_word",
                        violation_error_message="Role must be one of: reader, contributor, curator, reviewer, editor, admin.",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="user",
            name="user_role_known",
        ),
        migrations.AddField(
            model_name="user",
            name="affiliation",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Where you work, as it calls itself.",
                max_length=300,
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="orcid",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="As 0000-0000-0000-0001. It is shown as your own word: nobody here asks ORCID whether it is yours.",
                max_length=19,
                verbose_name="ORCID iD",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="revision",
            field=models.PositiveIntegerField(db_default=1, default=1, editable=False),
        ),
        migrations.AddField(
            model_name="user",
            name="signed_out_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="Sessions that began before are over.",
                null=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "reader",
                            "contributor",
                            "curator",
                            "reviewer",
                            "editor",
                            "admin",
                        ],
                    )
                ),
                name="user_role_known",
                violation_error_message="This is no role.",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("orcid", ""),
                    ("orcid__regex", "^([0-9]{4}-){3}[0-9]{3}[0-9X]$"),
                    _connector="OR",
                ),
                name="user_orcid_shaped",
                violation_error_message="An ORCID iD is sixteen digits, four by four.",
            ),
        ),
    ]
