"""The addresses of what people ask to be reviewed."""

from django.urls import path

from claims.asks import pages as asks

urlpatterns = [
    path("asks/", asks.asks, name="asks"),
    path("asks/mine/", asks.my_asks, name="my-asks"),
    path("asks/ask/", asks.ask, name="ask"),
    path("asks/<int:ask_id>/back/", asks.take_back, name="take-back-ask"),
]
