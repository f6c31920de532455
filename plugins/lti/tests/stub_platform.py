"""A learning platform in one process, as strict as the standards ask: it signs launches, checks the tool's signature
before it gives a token, and takes scores with that token alone."""

from __future__ import annotations

import json
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import jwt
import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from flask import Flask, Response, request
from werkzeug.serving import make_server

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
AGS = "https://purl.imsglobal.org/spec/lti-ags/"
SCORE_SCOPE = f"{AGS}scope/score"
MEDIA_TYPE = "application/vnd.ims.lis.v1.score+json"
CLIENT = "tool-1"
DEPLOYMENT = "deployment-1"
ROLES = "http://purl.imsglobal.org/vocab/lis/v2/membership#"


def key_pair() -> tuple[str, str]:
    """A private and a public key, PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()


class Platform:
    """Its state: ``scores`` that it took, by line item; ``refusals``, why it took something not."""

    def __init__(self) -> None:
        self.private, self.public = key_pair()
        self.url = ""
        self.tool = ""
        self.tokens: set[str] = set()
        self.seen: set[str] = set()
        self.scores: list[dict[str, Any]] = []
        self.refusals: list[str] = []
        self.full = False
        self.app = self._app()

    def id_token(self, nonce: str, role: str, user: str, name: str, key: str | None = None, **more: Any) -> str:
        """The signed launch message; ``more`` replaces claims, None takes one away."""
        claims: dict[str, Any] = {
            "iss": self.url, "aud": CLIENT, "sub": user, "name": name, "nonce": nonce,
            "iat": int(time.time()), "exp": int(time.time()) + 60,
            f"{CLAIM}message_type": "LtiResourceLinkRequest",
            f"{CLAIM}version": "1.3.0",
            f"{CLAIM}deployment_id": DEPLOYMENT,
            f"{CLAIM}target_link_uri": f"{self.tool}/launch",
            f"{CLAIM}resource_link": {"id": "essay-1", "title": "Trees in town"},
            f"{CLAIM}roles": [ROLES + role],
            f"{CLAIM}custom": {"prompt": "Should the town plant more trees?"},
            f"{AGS}claim/endpoint": {"scope": [SCORE_SCOPE], "lineitem": f"{self.url}/items/1/lineitem?type=essay"},
        }  # fmt: skip
        claims = {name: value for name, value in (claims | more).items() if value is not None}
        return jwt.encode(claims, key or self.private, algorithm="RS256", headers={"kid": "platform-key"})

    def _app(self) -> Flask:
        app = Flask("platform")

        @app.get("/jwks")
        def jwks() -> dict[str, Any]:
            key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(_loaded(self.public)))
            return {"keys": [key | {"kid": "platform-key", "alg": "RS256", "use": "sig"}]}

        @app.post("/token")
        def token() -> tuple[dict[str, Any], int]:
            form = request.form
            try:
                assertion = form["client_assertion"]
                assert form["grant_type"] == "client_credentials"
                assert form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                keys = jwt.PyJWKSet.from_dict(requests.get(f"{self.tool}/jwks", timeout=10).json())
                kid = jwt.get_unverified_header(assertion)["kid"]
                key = next(key for key in keys.keys if key.key_id == kid)
                wanted = {"require": ["iss", "sub", "aud", "exp", "iat", "jti"]}
                claims = jwt.decode(assertion, key.key, ["RS256"], audience=f"{self.url}/token", options=wanted)
                assert claims["iss"] == claims["sub"] == CLIENT
                assert claims["jti"] not in self.seen
                assert form["scope"].split() == [SCORE_SCOPE]
            except (AssertionError, KeyError, StopIteration, jwt.PyJWTError) as error:
                self.refusals.append(repr(error))
                return {"error": "invalid_client"}, 401
            self.seen.add(claims["jti"])
            made = uuid.uuid4().hex
            self.tokens.add(made)
            return {"access_token": made, "token_type": "Bearer", "expires_in": 3600, "scope": SCORE_SCOPE}, 200

        @app.post("/items/1/lineitem/scores")
        def scores() -> Response:
            if request.headers.get("Authorization", "").removeprefix("Bearer ") not in self.tokens:
                return Response(status=401)
            if self.full or request.content_type != MEDIA_TYPE or request.args.get("type") != "essay":
                return Response(status=422)
            self.scores.append(request.get_json(force=True))
            return Response(status=200)

        return app


def _loaded(pem: str) -> Any:
    return serialization.load_pem_public_key(pem.encode())


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """An application on a free port of this machine alone; its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
