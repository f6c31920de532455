"""The web application: login and launch by the platform, a page for students, a page for teachers."""

from __future__ import annotations

import os
from typing import Any

from flask import Flask, abort, redirect, render_template, request, session, url_for
from pylti1p3.contrib.flask.launch_data_storage.cache import FlaskCacheDataStorage
from pylti1p3.contrib.flask.message_launch import FlaskMessageLaunch
from pylti1p3.contrib.flask.oidc_login import FlaskOIDCLogin
from pylti1p3.contrib.flask.request import FlaskRequest
from pylti1p3.exception import LtiException, OIDCException
from pylti1p3.message_launch import MessageLaunch
from pylti1p3.tool_config.dict import ToolConfDict
from pylti1p3.tool_config.json_file import ToolConfJsonFile
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response

from scorer import Engine, load
from scorer_lti.grades import sent
from scorer_lti.opening import Opening, opening_of
from scorer_lti.submissions import Handed, Store

LAUNCHES = 20
"""Launches that one browser may have open."""
MOST_BYTES = 2_000_000
"""Of a request; an essay of 300 pages has less."""


def create_app(
    tool: ToolConfDict, store: Store, engine: Engine, secret: str, time_limit: float = 60, https: bool = True
) -> Flask:
    """The application. ``tool`` holds the platforms and keys, ``secret`` signs cookies, ``time_limit`` is in seconds
    and for each essay. A platform shows tools in frames, where browsers keep cookies over ``https`` alone."""
    app = Flask(__name__)
    app.secret_key = secret
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MOST_BYTES
    if https:
        app.config.update(SESSION_COOKIE_SAMESITE="None", SESSION_COOKIE_SECURE=True)
    storage: Any = FlaskCacheDataStorage(store)

    @app.errorhandler(LtiException)
    @app.errorhandler(OIDCException)
    def refused(error: Exception) -> tuple[str, int]:
        app.logger.warning("A launch was refused: %s", type(error).__name__)
        return render_template("message.html", message="This launch is not valid. Open the assignment again."), 401

    @app.errorhandler(HTTPException)
    def failed(error: HTTPException) -> tuple[str, int]:
        return render_template("message.html", message=error.description), error.code or 500

    @app.get("/jwks")
    def jwks() -> Any:
        """The tool's public keys, by which platforms check what it signs."""
        return tool.get_jwks()

    @app.route("/login", methods=["GET", "POST"])
    def login() -> Response:
        """The platform starts a launch; it goes on at the platform."""
        target = request.values.get("target_link_uri", "")
        if target != url_for("launch", _external=True):
            abort(400, "The platform asked for a page that this tool does not have.")
        if not knows(tool, request.values.get("iss", ""), request.values.get("client_id")):
            abort(401, "This tool does not know the platform: its administrator has to register it.")
        oidc = FlaskOIDCLogin(FlaskRequest(), tool, launch_data_storage=storage)
        response: Response = oidc.redirect(target)
        return response

    @app.post("/launch")
    def launch() -> Response:
        """The platform says who opens what, signed."""
        started = FlaskMessageLaunch(FlaskRequest(), tool, launch_data_storage=storage)
        started.validate()
        if not started.is_resource_launch():
            abort(400, "This tool opens assignments alone.")
        session["launches"] = [*session.get("launches", []), started.get_launch_id()][-LAUNCHES:]
        return redirect(url_for("page", id=started.get_launch_id()))

    @app.get("/assignment/<id>")
    def page(id: str) -> str:
        return shown(opening_of(opened(id)), id)

    @app.post("/assignment/<id>/essay")
    def hand_in(id: str) -> str:
        opening = opening_of(opened(id))
        text = request.form.get("text", "")
        if not text.strip():
            abort(400, "The essay is empty: write or paste it into the field.")
        store.hand_in(opening.link, Handed(opening.user, opening.name, text))
        return shown(opening, id, "Your essay was handed in. You may hand in a new version; it replaces this one.")

    @app.post("/assignment/<id>/scores")
    def score(id: str) -> str:
        launched = opened(id)
        opening = opening_of(launched)
        if not opening.teaches:
            abort(403, "Only teachers can score essays.")
        if not opening.graded:
            abort(409, "The platform gave no gradebook column for this assignment: switch on grading for it.")
        final = request.form.get("final") == "yes"
        service = launched.get_ags()
        results = [
            sent(service, handed, engine.score(handed.text, prompt=opening.prompt, time_limit=time_limit), final)
            for handed in store.handed_in(opening.link)
        ]
        return render_template("results.html", results=results, id=id)

    def opened(id: str) -> MessageLaunch[Any, Any, Any, Any]:
        """A launch that this browser began; nobody else's id opens anything, and no other site knows it."""
        if id not in session.get("launches", []):
            abort(403, "Open the assignment in your course again: this page has expired.")
        return FlaskMessageLaunch.from_cache(id, FlaskRequest(), tool, launch_data_storage=storage)

    def shown(opening: Opening, id: str, message: str = "") -> str:
        handed = store.handed_in(opening.link)
        if opening.teaches:
            return render_template("teacher.html", title=opening.title, id=id, message=message, handed=handed)
        own = next((one.text for one in handed if one.user == opening.user), "")
        return render_template(
            "student.html", title=opening.title, id=id, message=message, prompt=opening.prompt, text=own
        )

    return app


def knows(tool: ToolConfDict, issuer: str, client: str | None) -> bool:
    """Whether a platform is registered."""
    try:
        tool.get_iss_config(issuer, client)
    except Exception:  # noqa: BLE001  # PyLTI1p3 raises nothing more specific
        return False
    return True


def from_environment() -> Flask:
    """The application behind a proxy that speaks HTTPS; the README tells the variables."""
    app = create_app(
        ToolConfJsonFile(os.environ["SCORER_LTI_CONFIG"]),
        Store(os.environ.get("SCORER_LTI_DATABASE", "essays.sqlite")),
        load(rubric=os.environ.get("SCORER_LTI_RUBRIC", "argument-with-sources")),
        os.environ["SCORER_LTI_SECRET"],
    )
    app.wsgi_app = ProxyFix(app.wsgi_app, x_proto=1, x_host=1)  # type: ignore[method-assign]
    return app
