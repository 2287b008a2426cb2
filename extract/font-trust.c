/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "font-trust.h"

#include <string.h>

/* Fewer characters than this say nothing about their font. */
static const guint MIN_CHARACTERS = 12;
/* A font is doubted when this share of its characters is none that a report prints … */
static const double MAX_STRANGE = 0.2;
/* … or when this share of the digits, and so many at least, do not look like themselves. */
static const double MAX_ODD_DIGITS = 0.3;
static const guint MIN_ODD_DIGITS = 2;

/* What one font says. */
typedef struct {
  guint characters, strange;
  gboolean seen[10], fits[10]; /* of each digit: whether its shape was seen, and ever fitted */
  GArray *pages;               /* guint */
  GPtrArray *texts;            /* char *: what it says on each of them */
} Census;

/* The block of Han characters of which most print is made. */
enum { HAN_FIRST = 0x4E00, HAN_LAST = 0x9FFF };

typedef enum { HAN_UNKNOWN, HAN_EVERYDAY, HAN_RARE } HanUse;

struct ZbFontTrust {
  GHashTable *fonts; /* name → Census */
  GPtrArray *names;
  GIConv simplified, traditional;
  guint8 uses[HAN_LAST - HAN_FIRST + 1]; /* HanUse */
};

static void
census_free (gpointer data) {
  Census *census = data;

  g_array_unref (census->pages);
  g_ptr_array_unref (census->texts);
  g_free (census);
}

ZbFontTrust *
zb_font_trust_new (void) {
  ZbFontTrust *trust = g_new0 (ZbFontTrust, 1);

  trust->fonts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, census_free);
  trust->names = g_ptr_array_new_with_free_func (g_free);
  trust->simplified = g_iconv_open ("GB2312", "UTF-8");
  trust->traditional = g_iconv_open ("BIG5", "UTF-8");
  return trust;
}

void
zb_font_trust_free (ZbFontTrust *trust) {
  g_hash_table_unref (trust->fonts);
  if (trust->simplified != (GIConv) -1)
    g_iconv_close (trust->simplified);
  if (trust->traditional != (GIConv) -1)
    g_iconv_close (trust->traditional);
  g_ptr_array_unref (trust->names);
  g_free (trust);
}

gboolean
zb_font_trust_fits_digit (guint digit, guint enclosed) {
  /* A zero may be slashed, a four open. */
  static const struct {
    guint low, high;
  } ENCLOSED[10] = { { 1, 2 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 1 },
                     { 0, 0 }, { 1, 1 }, { 0, 0 }, { 2, 2 }, { 1, 1 } };

  return enclosed >= ENCLOSED[digit].low && enclosed <= ENCLOSED[digit].high;
}

/* The two bytes that the charset gives to @character; 0 where it has none. */
static guint
encode (GIConv charset, gunichar character) {
  char in[6], out[4] = { 0 }, *from = in, *to = out;
  gsize left = (gsize) g_unichar_to_utf8 (character, in), room = sizeof out;

  if (charset == (GIConv) -1 || g_iconv (charset, &from, &left, &to, &room) == (gsize) -1)
    return 0;
  return ((guint) (guchar) out[0] << 8) | (guchar) out[1];
}

/* Whether GB 2312 has the character, or the first of the two levels of Big5. */
static gboolean
is_everyday_han (ZbFontTrust *trust, gunichar character) {
  guint traditional;
  guint8 *use;

  if (character < HAN_FIRST || character > HAN_LAST)
    return character >= 0x2E80 && character < HAN_FIRST && (character < 0x3400 || character > 0x4DBF);
  use = &trust->uses[character - HAN_FIRST];
  if (*use == HAN_UNKNOWN) {
    traditional = encode (trust->traditional, character);
    *use = encode (trust->simplified, character) != 0
               || (traditional >= 0xA440 && traditional <= 0xC67E)
             ? HAN_EVERYDAY
             : HAN_RARE;
  }
  return *use == HAN_EVERYDAY;
}

/* Characters that no Chinese report prints: of no meaning, of other scripts, and Han characters
 * beyond those of everyday print, which a wrong mapping hits every second time. */
static gboolean
is_strange (ZbFontTrust *trust, gunichar character) {
  if (character < 0x250)
    return FALSE;
  switch (g_unichar_type (character)) {
  case G_UNICODE_UNASSIGNED:
  case G_UNICODE_SURROGATE:
    return TRUE;
  case G_UNICODE_PRIVATE_USE:
    /* Symbol fonts keep their bullets and ticks there. */
    return character < 0xF000 || character > 0xF0FF;
  default:
    break;
  }
  if (character == 0xFFFD)
    return TRUE;
  switch (g_unichar_get_script (character)) {
  case G_UNICODE_SCRIPT_HAN:
    return !is_everyday_han (trust, character);
  case G_UNICODE_SCRIPT_COMMON:
  case G_UNICODE_SCRIPT_INHERITED:
  case G_UNICODE_SCRIPT_LATIN:
  case G_UNICODE_SCRIPT_GREEK:
  case G_UNICODE_SCRIPT_CYRILLIC:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_BOPOMOFO:
    return FALSE;
  default:
    return TRUE;
  }
}

static Census *
get_census (ZbFontTrust *trust, const char *name) {
  Census *census = g_hash_table_lookup (trust->fonts, name);
  char *copy;

  if (census != NULL)
    return census;
  copy = g_strdup (name);
  g_ptr_array_add (trust->names, copy);
  census = g_new0 (Census, 1);
  census->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  census->texts = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (trust->fonts, copy, census);
  return census;
}

void
zb_font_trust_add (ZbFontTrust *trust, const ZbPageContent *content) {
  g_autofree Census **fonts = g_new0 (Census *, content->fonts->len + 1);

  for (guint i = 0; i < content->fonts->len; i++) {
    fonts[i + 1] = get_census (trust, g_ptr_array_index (content->fonts, i));
    g_array_append_val (fonts[i + 1]->pages, content->page);
    g_ptr_array_add (fonts[i + 1]->texts, zb_page_content_print (content, i + 1));
  }
  for (guint i = 0; i < content->glyphs->len; i++) {
    const ZbGlyph *glyph = &g_array_index (content->glyphs, ZbGlyph, i);

    if (fonts[glyph->font] == NULL)
      continue;
    fonts[glyph->font]->characters++;
    fonts[glyph->font]->strange += is_strange (trust, glyph->character);
  }
  for (guint i = 0; i < content->digits->len; i++) {
    const ZbDigitShape *shape = &g_array_index (content->digits, ZbDigitShape, i);
    Census *census = fonts[shape->font];

    census->seen[shape->digit] = TRUE;
    census->fits[shape->digit] |= zb_font_trust_fits_digit (shape->digit, shape->enclosed);
  }
}

char *
zb_font_trust_get_doubt (const ZbFontTrust *trust, const char *name) {
  const Census *census = g_hash_table_lookup (trust->fonts, name);
  g_autoptr (GString) odd = g_string_new (NULL);
  guint seen = 0;

  if (census->characters >= MIN_CHARACTERS
      && census->strange > MAX_STRANGE * census->characters)
    return g_strdup_printf ("%u of its %u characters are none that a report prints",
                            census->strange, census->characters);
  for (guint digit = 0; digit < 10; digit++) {
    seen += census->seen[digit] != FALSE;
    if (census->seen[digit] && !census->fits[digit])
      g_string_append_printf (odd, "%s%u", odd->len > 0 ? ", " : "", digit);
  }
  if ((odd->len + 2) / 3 < MAX (MIN_ODD_DIGITS, MAX_ODD_DIGITS * seen))
    return NULL;
  return g_strdup_printf ("its digits %s do not look like themselves", odd->str);
}

const GArray *
zb_font_trust_get_pages (const ZbFontTrust *trust, const char *name) {
  return ((const Census *) g_hash_table_lookup (trust->fonts, name))->pages;
}

const char *
zb_font_trust_get_text (const ZbFontTrust *trust, const char *name, guint i) {
  const Census *census = g_hash_table_lookup (trust->fonts, name);

  return g_ptr_array_index (census->texts, i);
}

const GPtrArray *
zb_font_trust_get_names (const ZbFontTrust *trust) {
  return trust->names;
}
