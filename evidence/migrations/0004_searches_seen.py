import core.trigger_sql
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0003_checks_in_rounds"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="savedsearch",
            name="revision_bump",
        ),
        migrations.AlterField(
            model_name="grade",
            name="method_version",
            field=models.PositiveSmallIntegerField(
                default=5, help_text="of the rules it was judged by"
            ),
        ),
        migrations.AlterField(
            model_name="gradeevent",
            name="method_version",
            field=models.PositiveSmallIntegerField(
                default=5, help_text="of the rules it was judged by"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedsearch",
            trigger=pgtrigger.compiler.Trigger(
                name="revision_bump",
                sql=core.trigger_sql.SharedFunctionSql(
                    condition="WHEN (OLD.looked_at = NEW.looked_at)",
                    execute="core_bump_revision()",
                    func="",
                    hash="48a176381facef4b626b1590ecaa700262695e2a",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_bump",
                    table="evidence_savedsearch",
                    when="BEFORE",
                ),
            ),
        ),
    ]
