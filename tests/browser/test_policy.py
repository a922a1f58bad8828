"""The policy in every page: nothing that a page does goes against it, and it stops what would."""

import re
from pathlib import Path

from playwright.sync_api import Page

from ..conftest import CourseDir
from ..projects import LEERGANG, lasting_pages, run

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
TALLY = """window.against = [];
addEventListener('securitypolicyviolation', event => against.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`), true);"""


def pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in lasting_pages(site))


def test_every_page_has_a_policy_that_comes_before_all_it_is_about(site: Path) -> None:
    for name in pages(site):
        html = (site / name).read_text(encoding="utf-8")
        policy, head = POLICY.findall(html), html[: html.index("http-equiv")]
        assert 1 == len(policy), name
        assert "unsafe" not in policy[0] and "http" not in policy[0]
        assert not re.search("<(script|link|style|img)", head), name


def test_no_page_goes_against_its_policy_or_asks_for_anything_elsewhere(page: Page, address: str, site: Path) -> None:
    page.add_init_script(TALLY)
    for name in pages(site):
        page.goto(f"{address}/{name}")
        if "werkboek" in name:
            page.locator("[data-search-open]").click()
            page.locator("[data-search] input").fill("gesprek")
            page.locator("[data-search-result]").first.wait_for()
        assert [] == page.evaluate("against"), name


def test_a_script_a_style_or_a_request_of_someone_else_is_stopped(
    page: Page, address: str, complaints: list[str]
) -> None:
    page.add_init_script(TALLY)
    page.goto(f"{address}/index.html")
    page.evaluate(
        """async () => {
            for (const [name, text] of [['script', 'window.bad = true'], ['style', 'body { display: none }']]) {
                document.head.append(Object.assign(document.createElement(name), {textContent: text}));
            }
            document.body.setAttribute('onclick', 'window.bad = true');
            document.body.setAttribute('style', 'opacity: 0');
            document.body.append(Object.assign(new Image(), {src: 'https://elders.example/pixel.png'}));
            await fetch('https://elders.example/').catch(() => {});
            document.body.click();
            while (against.length < 6) await new Promise(requestAnimationFrame);
        }"""
    )

    found = {text.split()[0] for text in page.evaluate("against")}
    assert {"script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "img-src", "connect-src"} == found
    assert page.evaluate("window.bad === undefined && getComputedStyle(document.body).opacity === '1'")
    complaints.clear()  # the browser tells of each, too


def test_a_table_aligns_its_columns_without_a_style(page: Page, course_dir: CourseDir) -> None:
    course_dir.add("docs/modules/brewing/leaves.md", "\n| Tea | Minutes |\n|:---:|---:|\n| green | 3 |\n")
    assert 0 == run([*LEERGANG, "build"], course_dir.path).returncode
    page.goto((course_dir.path / "site/modules/brewing/leaves.html").as_uri())

    cells = page.locator(".c-table td").evaluate_all("cells => cells.map(cell => getComputedStyle(cell).textAlign)")
    assert ["center", "right"] == cells
