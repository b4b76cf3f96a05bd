package kz.qalam.core.copy;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.MissingNode;

import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.Problem;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.TooLarge;

/** What the schema does not know is refused with its place, never passed over. */
class StrictReadingTest {

    private static final String ID = "01931000-0000-7000-8000-0000000000aa";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[]                                             |                  | not-object",
            "{'html':'<b>'}                                 | /html            | unknown-field",
            "{'a/b~c':1}                                    | /a~1b~0c         | unknown-field",
            "{'headline':5}                                 | /headline        | not-text",
            "{'headline':'a\\u0000b'}                       | /headline        | character",
            "{'lead':'екі\\nжол'}                           | /lead            | character",
            "{'lead':'\\ud800'}                             | /lead            | character",
            "{'lead':'a\\u202eb'}                           | /lead            | character",
            "{'lead':'a\\u2067b'}                           | /lead            | character",
            "{'lead':'a\\ufffeb'}                           | /lead            | character",
            "{'language':'en'}                              | /language        | unknown-value",
            "{'language':7}                                 | /language        | unknown-value",
            "{'picture':{'id':'ID'}}                        | /picture/version | required",
            "{'picture':{'id':'ID','version':1.5}}          | /picture/version | not-number",
            "{'picture':{'id':'ID','version':0}}            | /picture/version | not-number",
            "{'picture':{'id':'ID','version':99999999999}}  | /picture/version | not-number",
            "{'picture':{'version':1}}                      | /picture/id      | required",
            "{'picture':{'id':'1-1-1-1-1','version':1}}     | /picture/id      | not-id",
            "{'picture':{'id':'ID','version':1,'alt':''}}   | /picture/alt     | unknown-field",
            "{'picture':'ID'}                               | /picture         | not-object",
            "{'bylines':'Айгүл'}                            | /bylines         | not-array",
            "{'bylines':['']}                               | /bylines/0       | required",
            "{'bylines':[{'person':'ID'}]}                  | /bylines/0/name  | required",
            "{'bylines':[null]}                             | /bylines/0/name  | required",
            "{'source':{'url':'https://akorda.kz'}}         | /source/name     | required",
            "{'source':{'name':'a','url':'ftp://a.kz'}}     | /source/url      | not-web",
            "{'source':{'name':'a','url':'javascript:1'}}   | /source/url      | not-web",
            "{'section':'Спорт'}                            | /section         | not-section",
            "{'tags':['су','су']}                           | /tags/1          | repeated",
            "{'tags':[' ']}                                 | /tags/0          | required",
            "{'slug':'a--b'}                                | /slug            | not-slug",
            "{'slug':'Қала'}                                | /slug            | not-slug",
            "{'seo':{'keywords':'a'}}                       | /seo/keywords    | unknown-field",
            "{'notices':{'age':'19+'}}                      | /notices/age     | unknown-value",
            "{'notices':{'ai':'true'}}                      | /notices/ai      | not-flag",
            "{'body':'<p>сөз</p>'}                          | /body            | not-object",
            "{'body':{'type':'paragraph'}}                  | /body            | unknown-node",
            "{'body':{'type':'doc','attrs':{'a':1}}}        | /body/attrs/a    | unknown-field",
    })
    void refusesFieldsThatItDoesNotKnow(String json, @Nullable String pointer, String key) {
        assertProblem(json, pointer, key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'type':'script'}                                              |                     | unknown-node",
            "{'content':[]}                                                 | /type               | required",
            "{'type':'text','text':'a'}                                     |                     | misplaced-node",
            "{'type':'list_item'}                                           |                     | misplaced-node",
            "{'type':'paragraph','attrs':{'style':'x'}}                     | /attrs/style        | unknown-field",
            "{'type':'paragraph','html':'x'}                                | /html               | unknown-field",
            "{'type':'paragraph','marks':[]}                                | /marks              | unknown-field",
            "{'type':'paragraph','content':[{'type':'text'}]}               | /content/0/text     | empty",
            "{'type':'paragraph','content':[{'type':'text','text':''}]}     | /content/0/text     | empty",
            "{'type':'paragraph','content':[{'type':'image'}]}              | /content/0          | misplaced-node",
            "{'type':'paragraph','content':[{'type':'text','text':'a','marks':[{'type':'u'}]}]} | /content/0/marks/0 | unknown-mark",
            "{'type':'paragraph','content':[{'type':'text','text':'a','marks':[{'type':'em'},{'type':'em'}]}]} | /content/0/marks/1 | repeated",
            "{'type':'paragraph','content':[{'type':'text','text':'a','marks':[{'type':'em','attrs':{'on':1}}]}]} | /content/0/marks/0/attrs/on | unknown-field",
            "{'type':'paragraph','content':[{'type':'text','text':'a','marks':[{'type':'lang','attrs':{'code':'орыс'}}]}]} | /content/0/marks/0/attrs/code | not-language",
            "{'type':'heading','attrs':{'level':1}}                         | /attrs/level        | not-number",
            "{'type':'heading'}                                             | /attrs/level        | required",
            "{'type':'speech','attrs':{'tail':['деді']}}                    | /attrs/tail         | not-text",
            "{'type':'bullet_list'}                                         | /content            | too-few",
            "{'type':'bullet_list','content':[{'type':'paragraph'}]}        | /content/0          | misplaced-node",
            "{'type':'bullet_list','content':[{'type':'list_item'}]}        | /content/0/content  | too-few",
            "{'type':'bullet_list','content':[{'type':'list_item','content':[{'type':'rule'}]}]} | /content/0/content/0 | misplaced-node",
            "{'type':'image','attrs':{'id':'ID','version':1,'src':'http://x'}} | /attrs/src       | unknown-field",
            "{'type':'gallery','attrs':{'pictures':[]}}                     | /attrs/pictures     | too-few",
            "{'type':'embed','attrs':{'provider':'youtube','id':'../../x'}} | /attrs/id           | not-post",
            "{'type':'embed','attrs':{'provider':'vk','id':'1'}}            | /attrs/provider     | unknown-value",
            "{'type':'embed','attrs':{'id':'1'}}                            | /attrs/provider     | required",
            "{'type':'related','attrs':{'articles':['ID','ID']}}            | /attrs/articles/1   | repeated",
            "{'type':'rule','content':[]}                                   | /content            | unknown-field",
            "{'type':'factbox','content':[{'type':'factbox'}]}              | /content/0          | misplaced-node",
            "{'type':'table'}                                               | /content            | too-few",
            "{'type':'table','content':[{'type':'table_row','content':[{'type':'table_cell','attrs':{'colspan':2}}]}]} | /content/0/content/0/attrs/colspan | unknown-field",
            "{'type':'table','content':[{'type':'table_row','content':[{'type':'table_cell'}]},{'type':'table_row','content':[{'type':'table_cell'},{'type':'table_cell'}]}]} | /content/1 | ragged",
            "{'type':'table','content':[{'type':'table_row','content':[{'type':'table_cell'}]},{'type':'table_row','content':[{'type':'table_header'}]}]} | /content/1 | header-row",
            "{'type':'table','content':[{'type':'table_row','content':[{'type':'table_header'},{'type':'table_cell'}]}]} | /content/0 | header-row",
    })
    void refusesNodesThatItDoesNotKnow(String node, @Nullable String pointer, String key) {
        assertProblem("{'body':{'type':'doc','content':[" + node + "]}}",
                "/body/content/0" + requireNonNullElse(pointer, ""), key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://a.kz", "https://a.kz\\u00a0x",
            "java\\tscript:1", "data:text/html,x", "vbscript:x", "//evil.kz/", "/\\\\evil.kz", "https:a.kz", "https://",
            "http://qalam.kz@evil.kz/", "https:///a", "file:///etc/passwd", "a.kz", "#a", "tel:javascript", "",
            "mailto:",
            "https://a.kz/\\\"onclick=1",
            "https://a\\u200b.kz"})
    void refusesLinksThatLeadElsewhere(String href) {
        assertThrows(Invalid.class, () -> Copy.read(linkTo(href)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://akorda.kz/kz/события?a=1&b=[2]#c@d", "HTTP://AKORDA.KZ", "http://127.0.0.1:8090/",
            "mailto:desk@qalam.kz?subject=%20a", "tel:+7-727-123.45(67)", "/", "/2026/11/05/zhana/?a#b"})
    void takesLinksToTheWebMailTelephonesAndItself(String href) {
        assertEquals(new Paragraph(List.of(new Text("мұнда", new Link(href)))),
                Copy.read(linkTo(href)).body().get(0));
    }

    @Test
    void takesWhatKazakhInArabicScriptNeeds() {
        String arabic = "قازاق\u200cشا \u0674بىر\u200f";
        assertEquals(arabic, read("{'headline':'" + arabic + "'}").headline());
    }

    @Test
    void namesEveryProblemAtOnceUpToFifty() {
        Invalid two = assertThrows(Invalid.class, () -> read("{'headline':5,'x':1,'tags':['a','a']}"));
        assertEquals("/headline /tags/1 /x",
                two.problems().stream().map(problem -> problem.pointer()).collect(joining(" ")));
        String many = IntStream.range(0, 200).mapToObj(i -> "'f" + i + "':1").collect(joining(",", "{", "}"));
        assertEquals(50, assertThrows(Invalid.class, () -> read(many)).problems().size());
    }

    @Test
    void holdsEveryLimit() {
        assertAll(() -> assertTakes("{'headline':'%s'}", "ң".repeat(300)),
                () -> assertProblem("{'headline':'" + "ң".repeat(301) + "'}", "/headline", "too-long"),
                () -> assertTakes("{'lead':'%s'}", "😀".repeat(1000)),
                () -> assertProblem("{'lead':'" + "a".repeat(1001) + "'}", "/lead", "too-long"),
                () -> assertTakes("{'tags':[%s]}", numbered("'тег%d'", 20)),
                () -> assertProblem("{'tags':[" + numbered("'тег%d'", 21) + "]}", "/tags", "too-many"),
                () -> assertProblem("{'tags':['" + "a".repeat(61) + "']}", "/tags/0", "too-long"),
                () -> assertTakes("{'bylines':[%s]}", numbered("'Автор %d'", 20)),
                () -> assertProblem("{'bylines':[" + numbered("'Автор %d'", 21) + "]}", "/bylines", "too-many"),
                () -> assertProblem("{'bylines':['" + "a".repeat(101) + "']}", "/bylines/0", "too-long"),
                () -> assertProblem("{'picture':{'id':'ID','version':1,'caption':'" + "a".repeat(501) + "'}}",
                        "/picture/caption", "too-long"),
                () -> assertProblem("{'slug':'" + "a".repeat(81) + "'}", "/slug", "too-long"),
                () -> assertTakes("{'body':%s}", table(12, 200)),
                () -> assertProblem("{'body':" + table(13, 1) + "}", "/body/content/0/content/0/content", "too-many"),
                () -> assertProblem("{'body':" + table(1, 201) + "}", "/body/content/0/content", "too-many"),
                () -> assertTakes("{'body':{'type':'doc','content':[%s]}}", lists(3)),
                () -> assertProblem("{'body':{'type':'doc','content':[" + lists(4) + "]}}",
                        "/body/content/0" + "/content/0/content/1".repeat(3), "too-deep"));
    }

    @Test
    void countsBlocksWithinBlocks() {
        String rules = numbered("{'type':'rule'}", 4998);
        assertTakes("{'body':{'type':'doc','content':[%s,{'type':'factbox','content':[{'type':'rule'}]}]}}", rules);
        TooLarge refusal = assertThrows(TooLarge.class, () -> read("{'body':{'type':'doc','content':[" + rules
                + ",{'type':'factbox','content':[{'type':'rule'},{'type':'rule'}]}]}}"));
        assertEquals(5000, refusal.limit());
        assertThrows(TooLarge.class,
                () -> read("{'body':{'type':'doc','content':[" + numbered("{'type':'rule'}", 5001) + "]}}"));
    }

    @Test
    void takesAtMostAMillionBytes() {
        String most = "{\"headline\":\"a\"}" + " ".repeat(Copy.MOST_BYTES - 16);
        assertEquals("a", Copy.read(most.getBytes(StandardCharsets.UTF_8)).headline());
        assertThrows(TooLarge.class, () -> Copy.read((most + " ").getBytes(StandardCharsets.UTF_8)));
        // U+0958 takes three bytes as it comes and six in NFC: what is kept must not be larger than what may be read back
        String grows = "{'body':{'type':'doc','content':[{'type':'paragraph','content':[{'type':'text','text':'"
                + "\u0958".repeat(300_000) + "'}]}]}}";
        assertThrows(TooLarge.class, () -> read(grows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "{'a':1,'a':2}", "{'headline':'a','headline':'b'}", "{headline:'a'}",
            "NaN",
            "{'headline':'a',}", "// a\n{}", "{'headline':'\u0001'}"})
    void refusesWhatIsNotStrictJson(String json) {
        assertProblem(json, "", "not-json");
    }

    @Test
    void refusesOtherEncodings() {
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16);
        assertEquals("not-utf-8", assertThrows(Invalid.class, () -> Copy.read(utf16)).problems().get(0).key());
        byte[] broken = {'{', '"', 'a', (byte) 0xC3, '"', ':', '1', '}'};
        assertEquals("not-utf-8", assertThrows(Invalid.class, () -> Copy.read(broken)).problems().get(0).key());
        byte[] halves = "{\"headline\":\"??????\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] surrogates = {(byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xED, (byte) 0xB8, (byte) 0x80};
        System.arraycopy(surrogates, 0, halves, 13, 6);
        assertEquals("not-utf-8", assertThrows(Invalid.class, () -> Copy.read(halves)).problems().get(0).key());
    }

    @Test
    void isNotBroughtDownByHostileJson() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThrows(Invalid.class, () -> read("[".repeat(500_000)));
            assertThrows(Invalid.class, () -> read("{'a':".repeat(190_000)));
            assertThrows(Refusal.class, () -> read("{'body':{'type':'doc','content':[" + lists(11) + "]}}"));
            assertThrows(Invalid.class, () -> read("{'picture':{'version':1" + "0".repeat(900_000) + "}}"));
            assertThrows(Invalid.class, () -> read("{'picture':{'version':1e999999999}}"));
            assertThrows(Invalid.class,
                    () -> read("{'body':{'type':'doc','content':[" + numbered("1", 400_000) + "]}}"));
            assertThrows(Invalid.class, () -> read("{" + numbered("'a%d':1", 80_000) + "}"));
            assertThrows(Invalid.class, () -> read(linkText("https://" + "a".repeat(900_000))));
            assertThrows(Invalid.class, () -> read("{'slug':'" + "a-".repeat(450_000) + "'}"));
            assertEquals(1, words("а-".repeat(200_000) + "а").counts().words());
            assertEquals(1, words("1,".repeat(200_000) + "1").counts().words());
        });
    }

    @Test
    void neverRepeatsTheWritersWords() {
        Invalid refusal = assertThrows(Invalid.class,
                () -> read("{'headline':'құпия\\u0000','құпия':1,'language':'құпия'}"));
        Locale english = Locale.ENGLISH;
        String said = refusal.getMessage() + refusal.title(english) + refusal.detail(english)
                + refusal.wayForward(english)
                + refusal.problems().stream().map(problem -> problem.text(english)).collect(joining());
        assertEquals(-1, said.indexOf("құпия"), said);
    }

    @Test
    void refusesNothingAtAll() {
        assertThrows(Invalid.class, () -> read(""));
        assertThrows(Invalid.class, () -> read("null"));
        assertThrows(Invalid.class, () -> Copy.read(MissingNode.getInstance()));
    }

    @Test
    void takesNullForWhatIsLeftOut() {
        assertEquals(Copy.draft(""), read("{}"));
        assertEquals(Copy.draft(""),
                read("{'headline':null,'body':null,'tags':null,'notices':null,'seo':{},'slug':''}"));
    }

    private static Copy read(String json) {
        return Copy.read(json.replace('\'', '"').replace("ID", ID).getBytes(StandardCharsets.UTF_8));
    }

    private static Copy words(String text) {
        return Copy.draft("").withBody(List.of(new Paragraph(text))).checked();
    }

    private static void assertTakes(String json, String part) {
        read(String.format(json, part));
    }

    private static void assertProblem(String json, @Nullable String pointer, String key) {
        Invalid refusal = assertThrows(Invalid.class, () -> read(json));
        String expected = requireNonNullElse(pointer, "") + " " + key;
        assertTrue(
                refusal.problems().stream()
                        .anyMatch(problem -> expected.equals(problem.pointer() + " " + problem.key())),
                () -> expected + " is not among " + refusal.problems());
        for (Problem problem : refusal.problems()) {
            assertNotEquals(problem.text(Locale.forLanguageTag("kk")), problem.text(Locale.forLanguageTag("ru")));
            assertNotEquals(problem.text(Locale.forLanguageTag("kk")), problem.text(Locale.ENGLISH));
        }
    }

    private static String numbered(String form, int count) {
        return IntStream.range(0, count).mapToObj(i -> String.format(form, i)).collect(joining(","));
    }

    private static String table(int columns, int rows) {
        String row = "{'type':'table_row','content':[" + numbered("{'type':'table_cell'}", columns) + "]}";
        return "{'type':'doc','content':[{'type':'table','content':[" + numbered(row, rows) + "]}]}";
    }

    private static String lists(int deep) {
        String inner = deep == 1 ? "" : "," + lists(deep - 1);
        return "{'type':'bullet_list','content':[{'type':'list_item','content':[{'type':'paragraph'}" + inner + "]}]}";
    }

    private static byte[] linkTo(String href) {
        return linkText(href).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String linkText(String href) {
        return "{'body':{'type':'doc','content':[{'type':'paragraph','content':[{'type':'text','text':'мұнда',"
                + "'marks':[{'type':'link','attrs':{'href':'" + href + "'}}]}]}]}}";
    }
}
