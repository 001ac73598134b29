/* SPDX-License-Identifier: GPL-3.0-or-later
 * A long document with every kind of block, in seven languages.
 */
#include "sample.h"

const char *const sample_languages[] = { "en", "de", "th", "km", "lo", "my", "ar", NULL };

static const struct {
  const char *language, *name, *prose;
} samples[] = {
  { "en", "Rosewood",
    "The resident arrived in the morning and chose a room that looks out on the garden. Meals are taken "
    "together, "
    "and the evenings are quiet. On most days there is time to read, to cook and to walk to the river with "
    "somebody "
    "of the house." },
  { "de", "Rosenholz",
    "Am Vormittag ist die Person angekommen und hat sich ein Zimmer ausgesucht, das auf den Garten "
    "hinausgeht. Die "
    "Mahlzeiten werden gemeinsam eingenommen, die Abende sind ruhig. Unterstützungsmöglichkeiten und die "
    "Aufenthaltsbestimmungsangelegenheiten werden wöchentlich besprochen." },
  { "th", "ดอกไม้",
    "ผู้พักอาศัยมาถึงในตอนเช้าและเลือกห้องที่หันไปทางสวน ทุกคนรับประทานอาหารร่วมกันและช่วงเย็นก็เงียบสงบ "
    "เกือบทุกวันมีเวลาอ่านหนังสือ ทำอาหาร และเดินเล่นที่ริมแม่น้ำกับเจ้าหน้าที่ของบ้าน" },
  { "km", "ផ្កា",
    "អ្នកស្នាក់នៅបានមកដល់នៅពេលព្រឹកហើយបានជ្រើសរើសបន្ទប់មួយដែលមើលទៅសួនច្បារ។ យើងញ៉ាំអាហារជាមួយគ្នាហើយពេលល្ងាចមានភាពស្ងប់ស្ងាត់។ "
    "ស្ទើរតែរាល់ថ្ងៃមានពេលអានសៀវភៅ ធ្វើម្ហូប និងដើរលេងនៅមាត់ទន្លេជាមួយបុគ្គលិកនៃផ្ទះ។" },
  { "lo", "ດອກໄມ້",
    "ຜູ້ພັກອາໄສໄດ້ມາຮອດໃນຕອນເຊົ້າແລະເລືອກຫ້ອງທີ່ຫັນໄປທາງສວນ. ພວກເຮົາກິນເຂົ້າຮ່ວມກັນແລະຕອນແລງກໍງຽບສະຫງົບ. "
    "ເກືອບທຸກມື້ມີເວລາອ່ານປຶ້ມ ແຕ່ງກິນ ແລະຍ່າງຫຼິ້ນຢູ່ແຄມນ້ຳກັບພະນັກງານຂອງເຮືອນ." },
  { "my", "ပန်း",
    "နေထိုင်သူသည် မနက်ပိုင်းတွင် ရောက်ရှိလာပြီး ဥယျာဉ်ဘက်သို့ မျက်နှာမူသော အခန်းကို ရွေးချယ်ခဲ့သည်။ အားလုံး အတူတကွ ထမင်းစားကြပြီး ညနေခင်းများသည် "
    "တိတ်ဆိတ်ငြိမ်သက်သည်။ နေ့တိုင်းနီးပါး စာဖတ်ချိန်၊ ချက်ပြုတ်ချိန်နှင့် မြစ်ကမ်းသို့ လမ်းလျှောက်ချိန် ရှိသည်။" },
  { "ar", "زهرة",
    "كان الوصول في الصباح، واختيرت غرفة تطل على الحديقة. نتناول الطعام معًا، والأمسيات هادئة. في معظم الأيام "
    "هناك وقت "
    "للقراءة والطبخ والمشي إلى النهر مع أحد العاملين في البيت." },
};

const char *
sample_get_prose (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      if (g_str_equal (samples[i].language, language))
        return samples[i].prose;
    }
  return "";
}

static const char *
get_name (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      if (g_str_equal (samples[i].language, language))
        return samples[i].name;
    }
  return "";
}

static void
add_chart (HearthDocument *document)
{
  HearthBlock *block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_CHART));
  HearthChartSeries *sleep, *mood;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  GDate date;
  int first;

  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2026);
  first = (int) g_date_get_julian (&date);
  block->chart = hearth_chart_new (first, first + 89);
  sleep = hearth_chart_add_series (block->chart, HEARTH_CHART_BARS, HEARTH_CHART_NIGHTS, "Sleep", "hours", 0,
                                   12, 4);
  mood = hearth_chart_add_series (block->chart, HEARTH_CHART_LINE, HEARTH_CHART_DAYS, "Mood", "", 1, 5, 1);
  mood->steps = g_strsplit ("very low|low|fair|good|very good", "|", -1);
  for (int i = 0; i < 90; i++)
    {
      if (i % 17 != 5 && !(i > 50 && i < 56))
        hearth_chart_series_add (block->chart, sleep, first + i,
                                 5 + i / 45.0 + g_rand_int_range (random, 0, 5) / 2.0);
      if (i % 11 != 3 && !(i > 50 && i < 56))
        hearth_chart_series_add (block->chart, mood, first + i,
                                 CLAMP (2 + i / 40 + g_rand_int_range (random, -1, 2), 1, 5));
    }
  hearth_chart_add_event (block->chart, first + 20, "Moved to the garden room");
  hearth_chart_add_event (block->chart, first + 61, "Family visit");
  g_free (block->note);
  block->note = hearth_chart_describe (block->chart);
}

static void
add_table (HearthDocument *document, const char *prose, unsigned int rows)
{
  HearthBlock *block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_TABLE));

  hearth_block_add_column (block, "Date", false);
  hearth_block_add_column (block, "What was recorded", false);
  hearth_block_add_column (block, "Hours", true);
  for (unsigned int i = 0; i < rows; i++)
    {
      g_autofree char *day = g_strdup_printf ("%u Jan 2026", i % 31 + 1);
      g_autofree char *hours = g_strdup_printf ("%u.5", i % 10);

      hearth_block_add_row (block, day, i % 3 ? prose : "–", hours, NULL);
    }
}

void
sample_add_quote (HearthDocument *document, const char *words, const char *note)
{
  HearthBlock *block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_QUOTE));

  g_set_str (&block->text, words);
  g_set_str (&block->note, note);
}

static void
add_section (HearthDocument *document, const char *language, unsigned int nth)
{
  const char *prose = sample_get_prose (language);
  g_autofree char *heading = g_strdup_printf ("%u. %s", nth + 1, get_name (language));
  g_autofree char *longer = g_strjoin (" ", prose, prose, prose, NULL);
  HearthBlock *block;

  hearth_document_add_heading (document, 1, heading);
  hearth_document_add_paragraph (document, longer);
  sample_add_quote (document, prose, "In the resident’s own words, 3 May 2026, in Thai");
  hearth_document_add_heading (document, 2, get_name (language));
  add_table (document, prose, 9);
  block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_CHECKLIST));
  hearth_block_add_row (block, "yes", prose, "", NULL);
  hearth_block_add_row (block, "no", get_name (language), "2 May 2026", NULL);
  hearth_block_add_row (block, "", get_name (language), "", NULL);
  hearth_document_add_heading (document, 3, get_name (language));
  hearth_document_add_remark (document, "Nothing to report");
}

HearthDocument *
sample_new (const char *language, HearthPaper paper)
{
  HearthDocument *document = hearth_document_new ("progress", language, paper);
  HearthBlock *block;

  g_set_str (&document->title, "Progress report");
  g_set_str (&document->subtitle, "R-0012 · 1 January – 31 March 2026");
  g_set_str (&document->organisation, "Lantern House Association");
  g_set_str (&document->date, "2026-04-02");
  g_set_str (&document->classification,
             "Confidential. For the named recipient only; not to be copied or published.");
  g_set_str (&document->watermark, "DRAFT");
  g_set_str (&document->anchor, "1204 · 9f86d081884c7d65");

  block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_FACTS));
  hearth_block_add_row (block, "Name used", get_name (language), NULL);
  hearth_block_add_row (block, "Age", "about 14 years", NULL);
  hearth_block_add_row (block, "In care since", "12 Sep 2025 (201 days)", NULL);
  hearth_block_add_row (block, "Legal basis", "Care order, until 11 Sep 2026", NULL);
  hearth_block_add_source (block, "01JAAAAAAAAAAAAAAAAAAAAAAA", "01JBBBBBBBBBBBBBBBBBBBBBBB", "2026-03-01");
  hearth_document_add_heading (document, 1, "Daily life");
  add_chart (document);
  for (unsigned int i = 0; i < 5; i++)
    add_section (document, language, i);
  hearth_document_add_heading (document, 1, "Sign-off");
  block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_SIGNATURES));
  hearth_block_add_row (block, "Resident", "", NULL);
  hearth_block_add_row (block, "Key worker", get_name (language), NULL);
  hearth_block_add_row (block, "House manager", "", NULL);
  return document;
}
