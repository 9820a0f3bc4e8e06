"""Says what is linked into a program: writes an SBOM (SPDX 2.3) and copies the licences.

usage: parts.py MAP PROGRAM FOLDER SBOM

MAP is the linker's map. FOLDER takes the texts of the licences. What is linked in and is not in
parts.tsv ends this with status 1, and so does what is under the GPL without an exception.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
TEXTS = pathlib.Path("/usr/share/common-licenses")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def debian(path):
    """The Debian package of a file: the library may be a link to one that another package has."""
    for name in (path, os.path.realpath(path), os.path.realpath(path).removeprefix("/usr")):
        found = subprocess.run(["dpkg-query", "--search", name], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    sys.exit(f"{path} is linked in, and no Debian package has it")


def checkouts():
    """The packages of Swift, by the modules that they build."""
    pins = json.loads((ROOT / "Package.resolved").read_text())["pins"]
    modules = {}
    for pin in pins:
        folder = next(
            path for path in (ROOT / ".build/checkouts").iterdir()
            if path.name.lower() == pin["identity"]
        )
        for sources in (folder / "Sources").iterdir():
            modules[sources.name] = (pin, folder)
    return modules


def linked(map_file):
    """The paths of the objects and archives of a linker's map."""
    text = map_file.read_text(errors="replace")
    return sorted(set(re.findall(r"(?<![\w./+-])(/?[\w./+-]+\.(?:a|o)\b)", text)))


def parts(map_file):
    """What is linked in: for each part its version, where it is from, and its licence's file."""
    toolchain = pathlib.Path(shutil.which("swift")).resolve().parents[2]
    release = re.search(r"Swift version (\S+)", run("swift", "--version")).group(1)
    modules, found = checkouts(), {}
    for path in linked(map_file):
        absolute = os.path.normpath(path)
        module = re.search(r"/(\w+)\.build/", absolute)
        if module:
            # Sources of this repository have no pin.
            pin, folder = modules.get(module.group(1), (None, None))
            if pin:
                found[pin["identity"]] = (
                    pin["state"]["version"],
                    f"pkg:swift/{pin['location'].removeprefix('https://')}"
                    f"@{pin['state']['version']}",
                    next(folder.glob("LICENSE*")),
                )
        elif absolute.startswith(str(toolchain)):
            found["swift"] = (
                release, f"pkg:generic/swift@{release}", toolchain / "usr/share/swift/LICENSE.txt")
        elif absolute.startswith("/") and os.path.exists(absolute):
            name = debian(absolute)
            if name not in found:
                version = run("dpkg-query", "--show", "--showformat=${Version}", name)
                found[name] = (
                    version,
                    f"pkg:deb/debian/{name}@{urllib.parse.quote(version, safe='')}"
                    f"?arch={run('dpkg', '--print-architecture')}&distro=debian-12",
                    pathlib.Path(f"/usr/share/doc/{name}/copyright"),
                )
    return found


def package(name, version, licence, locator=None):
    entry = {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name,
        "versionInfo": version, "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION", "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
    }
    if locator:
        entry["externalRefs"] = [{
            "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
            "referenceLocator": locator,
        }]
    return entry


def main(map_file, program, folder, sbom):
    licences = dict(
        line.split("\t") for line in (HERE / "parts.tsv").read_text().splitlines())
    build = json.loads(run(str(program.resolve()), "--version", "--format", "json"))
    found = parts(map_file)
    unknown = sorted(set(found) - set(licences))
    if unknown:
        sys.exit(f"packaging/parts.tsv has no licence of {', '.join(unknown)}")
    for name in found:
        if re.match(r"A?GPL", licences[name]) and " WITH " not in licences[name]:
            sys.exit(f"{name} is linked in and under {licences[name]}")

    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for name, (version, _, text) in sorted(found.items()):
        shutil.copyfile(text, folder / f"{name}.txt")
        rows.append(f"| {name} | {version} | {licences[name]} | {name}.txt |\n")
    rows.append(f"| tz | {build['time_zones']} | public domain | |\n")
    # What Debian's files refer to and do not quote.
    for name in ("Apache-2.0", "GPL-3", "LGPL-2.1"):
        shutil.copyfile(TEXTS / name, folder / f"{name}.txt")
    (folder / "README.md").write_text(
        (HERE / "licences.md").read_text() + "| part | version | licence | text |\n"
        "| --- | --- | --- | --- |\n" + "".join(rows))

    ledger = package("ledger", build["version"], "NONE")
    ledger["checksums"] = [{
        "algorithm": "SHA256", "checksumValue": hashlib.sha256(program.read_bytes()).hexdigest()}]
    ledger["sourceInfo"] = f"commit {build['commit'] or 'unknown'}"
    packages = [ledger]
    packages += [
        package(name, version, licences[name], locator)
        for name, (version, locator, _) in sorted(found.items())
    ]
    packages.append(package("tz", build["time_zones"], licences["tz"]))
    commit = build["commit"] or "unknown"
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"ledger-{build['version']}",
        "documentNamespace": f"urn:ledger:sbom:{build['version']}:{build['platform']}:{commit}",
        "creationInfo": {
            "created": time.strftime(
                "%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))),
            "creators": ["Tool: scripts/release"],
        },
        "packages": packages,
        # Licences without a name in SPDX: those of many files, as Debian lists them.
        "hasExtractedLicensingInfos": [{
            "licenseId": licences["tz"],
            "extractedText": "The tz database is in the public domain.",
        }] + [{
            "licenseId": licences[name], "extractedText": text.read_text(),
        } for name, (_, _, text) in sorted(found.items()) if "LicenseRef" in licences[name]],
        "relationships": [{
            "spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES",
            "relatedSpdxElement": "SPDXRef-ledger",
        }] + [{
            "spdxElementId": "SPDXRef-ledger", "relationshipType": "CONTAINS"
            if part["name"] == "tz" else "STATIC_LINK",
            "relatedSpdxElement": part["SPDXID"],
        } for part in packages[1:]],
    }
    sbom.write_text(json.dumps(document, indent=2) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*map(pathlib.Path, sys.argv[1:]))
