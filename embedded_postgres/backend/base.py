"""Django's PostgreSQL backend; each new connection finds the embedded server up."""

from typing import Any

from django.db.backends.postgresql import base, client

from embedded_postgres.cluster import Cluster, cluster


class DatabaseClient(client.DatabaseClient):
    """``manage.py dbshell`` with the embedded server's own psql."""

    def runshell(self, parameters: list[str]) -> None:
        server = self.connection.embedded
        self.connection.settings_dict.update(server.acquire())
        self.executable_name = str(server.binaries / "psql")
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that starts the embedded server if it does not run."""

    client_class = DatabaseClient

    @property
    def embedded(self) -> Cluster:
        """The Cluster that the settings name by EMBEDDED_HOME and EMBEDDED_DURABLE."""
        settings = self.settings_dict
        return cluster(settings["EMBEDDED_HOME"], settings["EMBEDDED_DURABLE"])

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, once the server is known to run."""
        where = self.embedded.acquire()
        place = {name.lower(): value for name, value in where.items()}
        return super().get_new_connection({**conn_params, **place})
