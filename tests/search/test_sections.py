"""A finished page as the sections that a reader may be led to."""

from leergang.search import Section, read_sections


def texts(html: str) -> list[str]:
    return [section.text for section in read_sections(html)]


def test_a_heading_with_an_id_begins_a_section() -> None:
    html = '<p>Eerst.</p><h2 id="een">Een<a class="headerlink" href="#een">&para;</a></h2><p>Dan.</p><h3>Los</h3><p>Meer.</p>'

    assert [Section("", "", "Eerst."), Section("een", "Een", "Dan. Los Meer.")] == read_sections(html)


def test_blocks_are_apart_and_words_within_a_line_are_whole() -> None:
    assert ["Bakken Je begint samen. Dan wacht je."] == texts(
        "<ul><li>Bakken</li><li>Je begint <b>sa</b>men.</li></ul><div>Dan<br>wacht je.</div>"
    )


def test_what_search_should_pass_over_is_passed_over_with_all_that_is_in_it() -> None:
    html = "<p>Voor <span data-search-exclude>niet <b>dit</b><br></span>na</p><script>nee()</script><svg><text>nee</text></svg><p>einde</p>"

    assert ["Voor na einde"] == texts(html)


def test_an_item_is_found_by_itself_and_its_text_is_nowhere_else() -> None:
    html = (
        '<h2 id="lijst">Lijst</h2><p>Voor.</p><dl><div id="gist" data-search-item="term"><dt data-search-title>Gist</dt>'
        "<dd>Rijst. <span data-search-names>biergist, bakkersgist</span></dd></div></dl><p>Na.</p>"
    )

    assert [
        Section("", "", ""),
        Section("lijst", "Lijst", "Voor. Na."),
        Section("gist", "Gist", "Rijst.", "term", "biergist, bakkersgist"),
    ] == read_sections(html)


def test_an_item_may_say_its_title_itself() -> None:
    html = '<li id="a" data-search-item="source" data-search-title="Brood &amp; vuur">Jansen (2020).</li>'

    assert Section("a", "Brood & vuur", "Jansen (2020).", "source") == read_sections(html)[1]


def test_signs_are_read_as_a_browser_reads_them() -> None:
    assert ["1 < 2 & \u00e9\u00e9n > nul"] == texts(
        '<p title="a > b">1 &lt; 2 &amp; &eacute;&eacute;n > nul<!-- <p>niet</p> --></p>'
    )


def test_an_element_that_is_never_closed_or_never_opened_does_no_harm() -> None:
    assert ["Een", "Twee Drie"] == texts("</div><p>Een<h2 id='b'>B</h2><ul><li>Twee<li>Drie</ul></section>")
