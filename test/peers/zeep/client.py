"""Calls the service with python3-zeep: client.py WSDL [USER PASSWORD [digest|text]]. One line of JSON for each call."""

import json
import sys

from lxml import etree
from zeep import Client, Settings
from zeep.exceptions import Fault
from zeep.plugins import HistoryPlugin
from zeep.wsse.username import UsernameToken

wsdl, credentials = sys.argv[1], sys.argv[2:]
wsse = None
if credentials:
    wsse = UsernameToken(credentials[0], credentials[1], use_digest=credentials[2] == "digest")
client = Client(wsdl, wsse=wsse, settings=Settings(strict=True))
service = client.service


def control(tracking_id):
    return {
        "Header": {"Verb": "create", "Noun": "EndDeviceControls", "CorrelationID": "c-1 é 𝄞"},
        "Payload": {
            "EndDeviceControls": {
                "EndDeviceControl": [
                    {
                        "issuerTrackingID": tracking_id,
                        "EndDeviceControlType": {"ref": "3.31.0.23"},
                        "EndDevices": [{"Names": [{"name": "M-10442872"}]}],
                    }
                ]
            }
        },
    }


def call(tracking_id):
    try:
        answer = service.CreateEndDeviceControls(**control(tracking_id))
        print(
            json.dumps(
                {
                    "result": answer.Reply.Result,
                    "code": answer.Reply.Error[0].code,
                    "correlation": answer.Header.CorrelationID,
                    "comment": answer.Header.Comment,
                }
            )
        )
    except Fault as fault:
        detail = None if fault.detail is None or len(fault.detail) == 0 else fault.detail[0]
        typed = None
        if detail is not None:
            element = client.get_element(etree.QName(detail).text)
            parsed = element.parse(detail, client.wsdl.types)
            typed = {"result": parsed.Reply.Result, "code": parsed.Reply.Error[0].code, "reason": parsed.Reply.Error[0].reason}
        print(json.dumps({"fault": fault.code.split(":")[-1], "message": fault.message, "typed": typed}))


call("CASE-1")
call("REFUSE")
