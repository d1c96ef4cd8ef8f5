from accounts.models import User
import pytest
@pytest.mark.django_db
def test_x(): assert User.objects.system().role == "admin"
@pytest.mark.django_db(transaction=True)
def test_y(): assert User.objects.system().role == "admin"
@pytest.mark.django_db(transaction=True)
def test_z(): assert User.objects.system().role == "admin"
