/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child-time.h"
#include "pdf-bare.h"

/* Drawing takes some milliseconds a page; a page that needs this much processor time never ends. */
static const gint64 MAX_PAGE_SECONDS = 8;
/* A document may take this much for every page, and that of one page on top. */
static const double SECONDS_PER_PAGE = 0.5;

typedef enum { MESSAGE_ERROR, MESSAGE_OPENED, MESSAGE_PAGE, MESSAGE_UNREADABLE } MessageKind;

/* What the child sends; glyphs, rulings or the text of an error follow. */
typedef struct {
  MessageKind kind;
  gint code;   /* of the error */
  guint pages; /* of the document */
  double width, height, image_area;
  guint turn, images, glyphs, rulings, digits;
  gboolean unseen;
  guint text; /* bytes: an error, or the names of fonts with a zero after each */
  ZbPdfLosses losses;
} Message;

struct ZbPdfWorker {
  GBytes *bytes;
  guint max_pages;
  pid_t child;
  int pipe;
  guint pages;
  gint64 budget, spent; /* processor time: of the whole document, and of earlier children; microseconds */
};

static void
send_bytes (int pipe, gconstpointer data, gsize length) {
  const char *rest = data;

  while (length > 0) {
    gssize count = write (pipe, rest, length);

    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      _exit (1);
    rest += count;
    length -= (gsize) count;
  }
}

static void
send_error (int pipe, gint code, const char *text) {
  Message message = { .kind = MESSAGE_ERROR, .code = code, .text = (guint) strlen (text) };

  send_bytes (pipe, &message, sizeof message);
  send_bytes (pipe, text, message.text);
}

static GByteArray *
join_names (const GPtrArray *names) {
  GByteArray *text = g_byte_array_new ();

  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);

    g_byte_array_append (text, (const guint8 *) name, (guint) strlen (name) + 1);
  }
  return text;
}

static void
send_content (int pipe, const ZbPageContent *content, Message *message) {
  g_autoptr (GByteArray) names = join_names (content->fonts);

  message->width = content->width;
  message->height = content->height;
  message->turn = content->turn;
  message->images = content->images;
  message->unseen = content->unseen;
  message->image_area = content->image_area;
  message->glyphs = content->glyphs->len;
  message->rulings = content->rulings->len;
  message->digits = content->digits->len;
  message->text = names->len;
  send_bytes (pipe, message, sizeof *message);
  send_bytes (pipe, content->glyphs->data, message->glyphs * sizeof (ZbGlyph));
  send_bytes (pipe, content->rulings->data, message->rulings * sizeof (ZbRuling));
  send_bytes (pipe, content->digits->data, message->digits * sizeof (ZbDigitShape));
  send_bytes (pipe, names->data, names->len);
}

static void
send_page (int pipe, PopplerDocument *pdf, guint number, gboolean bare) {
  PopplerPage *page = poppler_document_get_page (pdf, (int) number - 1);
  Message message = { .kind = page != NULL ? MESSAGE_PAGE : MESSAGE_UNREADABLE };
  g_autoptr (ZbPageContent) content = NULL;
  double width, height;

  if (page == NULL) {
    send_bytes (pipe, &message, sizeof message);
    return;
  }
  poppler_page_get_size (page, &width, &height);
  content = zb_page_content_new (number, width, height);
  if (!bare || !zb_pdf_bare_read (page, content))
    message.losses = zb_pdf_content_read (page, content);
  send_content (pipe, content, &message);
  g_object_unref (page);
}

/* The child, which sends the pages from @first on: never returns. */
static void
work (int pipe, GBytes *bytes, guint first, guint max_pages) {
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  Message message = { .kind = MESSAGE_OPENED };
  gboolean bare;

  if (pdf == NULL && g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    send_error (pipe, ZB_ERROR_ENCRYPTED, "the PDF needs a password");
  else if (pdf == NULL) {
    g_autofree char *text = g_strdup_printf ("the PDF is damaged: %s", error->message);

    send_error (pipe, ZB_ERROR_CORRUPT, text);
  } else if (poppler_document_get_n_pages (pdf) <= 0)
    send_error (pipe, ZB_ERROR_CORRUPT, "the PDF has no pages");
  else if ((guint) poppler_document_get_n_pages (pdf) > max_pages) {
    g_autofree char *text
      = g_strdup_printf ("%d pages, more than the limit of %u", poppler_document_get_n_pages (pdf),
                         max_pages);

    send_error (pipe, ZB_ERROR_LIMIT, text);
  } else {
    message.pages = (guint) poppler_document_get_n_pages (pdf);
    send_bytes (pipe, &message, sizeof message);
    bare = zb_pdf_bare_is_document (pdf);
    for (guint number = first; number <= message.pages; number++)
      send_page (pipe, pdf, number, bare);
  }
  _exit (0);
}

static gboolean killed_by_others;

gboolean
zb_reader_was_disturbed (void) {
  return killed_by_others;
}

/* The child has closed its pipe, so it ends, and not because this process killed it. */
static void
note_end (const ZbPdfWorker *worker) {
  siginfo_t end = { 0 };

  while (waitid (P_PID, (id_t) worker->child, &end, WEXITED | WNOWAIT) < 0 && errno == EINTR)
    continue;
  killed_by_others |= end.si_code == CLD_KILLED && end.si_status == SIGKILL;
}

/* Reads exactly @length bytes; FALSE at the end of the pipe or when the time is over. */
static gboolean
receive_bytes (ZbPdfWorker *worker, gpointer data, gsize length) {
  char *rest = data;
  ZbChildLimit limit = zb_child_limit_begin (worker->child, MAX_PAGE_SECONDS);

  while (length > 0) {
    struct pollfd ready = { .fd = worker->pipe, .events = POLLIN };
    gssize count;

    if (poll (&ready, 1, zb_child_limit_wait (&limit)) < 0 && errno != EINTR)
      return FALSE;
    if (ready.revents == 0
        && (zb_child_limit_is_over (&limit)
            || worker->spent + zb_child_time (worker->child) >= worker->budget))
      return FALSE;
    if (ready.revents == 0)
      continue;
    count = read (worker->pipe, rest, length);
    if (count < 0 && errno == EINTR)
      continue;
    if (count == 0)
      note_end (worker);
    if (count <= 0)
      return FALSE;
    rest += count;
    length -= (gsize) count;
  }
  return TRUE;
}

static gboolean
receive_opening (ZbPdfWorker *worker, GError **error) {
  Message message = { 0 };
  g_autofree char *text = NULL;

  if (!receive_bytes (worker, &message, sizeof message)) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the PDF stops its decoder");
    return FALSE;
  }
  if (message.kind == MESSAGE_OPENED) {
    worker->pages = message.pages;
    return TRUE;
  }
  text = g_malloc0 (message.text + 1);
  receive_bytes (worker, text, message.text);
  g_set_error (error, ZB_ERROR, message.code, "%s", text);
  return FALSE;
}

static void
stop_child (ZbPdfWorker *worker) {
  if (worker->pipe >= 0)
    close (worker->pipe);
  if (worker->child > 0) {
    worker->spent += zb_child_time (worker->child);
    kill (worker->child, SIGKILL);
    while (waitpid (worker->child, NULL, 0) < 0 && errno == EINTR)
      continue;
  }
  worker->child = 0;
  worker->pipe = -1;
}

/* Starts a child that sends the pages from @first on, and hears how many there are. */
static gboolean
start_child (ZbPdfWorker *worker, guint first, GError **error) {
  int ends[2];
  pid_t parent = getpid ();

  if (pipe (ends) != 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s", g_strerror (errno));
    return FALSE;
  }
  worker->child = fork ();
  if (worker->child == 0) {
    close (ends[0]);
    prctl (PR_SET_PDEATHSIG, SIGKILL);
    if (getppid () == parent)
      work (ends[1], worker->bytes, first, worker->max_pages);
    _exit (1);
  }
  close (ends[1]);
  worker->pipe = ends[0];
  if (worker->child > 0)
    return receive_opening (worker, error);
  g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s", g_strerror (errno));
  return FALSE;
}

ZbPdfWorker *
zb_pdf_worker_new (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbPdfWorker) worker = g_new0 (ZbPdfWorker, 1);

  worker->bytes = g_bytes_ref (bytes);
  worker->max_pages = options->max_pages;
  worker->pipe = -1;
  worker->budget = MAX_PAGE_SECONDS * G_USEC_PER_SEC;
  if (!start_child (worker, 1, error))
    return NULL;
  worker->budget += (gint64) (worker->pages * SECONDS_PER_PAGE * G_USEC_PER_SEC);
  return g_steal_pointer (&worker);
}

gboolean
zb_pdf_worker_restart (ZbPdfWorker *worker, guint first) {
  stop_child (worker);
  return worker->spent < worker->budget && start_child (worker, first, NULL);
}

void
zb_pdf_worker_free (ZbPdfWorker *worker) {
  stop_child (worker);
  g_bytes_unref (worker->bytes);
  g_free (worker);
}

guint
zb_pdf_worker_get_pages (const ZbPdfWorker *worker) {
  return worker->pages;
}

static gboolean
receive_fonts (ZbPdfWorker *worker, ZbPageContent *page, guint length) {
  g_autofree char *names = g_malloc0 (length + 1);

  if (!receive_bytes (worker, names, length))
    return FALSE;
  for (const char *name = names; name < names + length; name += strlen (name) + 1)
    g_ptr_array_add (page->fonts, g_strdup (name));
  return TRUE;
}

ZbPdfPageState
zb_pdf_worker_read_page (ZbPdfWorker *worker, guint number, ZbPageContent **content,
                         ZbPdfLosses *losses) {
  Message message = { 0 };
  g_autoptr (ZbPageContent) page = NULL;

  if (!receive_bytes (worker, &message, sizeof message))
    return ZB_PDF_PAGE_STOPPED;
  if (message.kind != MESSAGE_PAGE)
    return ZB_PDF_PAGE_UNREADABLE;
  page = zb_page_content_new (number, message.width, message.height);
  page->turn = message.turn;
  page->images = message.images;
  page->unseen = message.unseen;
  page->image_area = message.image_area;
  g_array_set_size (page->glyphs, message.glyphs);
  g_array_set_size (page->rulings, message.rulings);
  g_array_set_size (page->digits, message.digits);
  if (!receive_bytes (worker, page->glyphs->data, message.glyphs * sizeof (ZbGlyph))
      || !receive_bytes (worker, page->rulings->data, message.rulings * sizeof (ZbRuling))
      || !receive_bytes (worker, page->digits->data, message.digits * sizeof (ZbDigitShape))
      || !receive_fonts (worker, page, message.text))
    return ZB_PDF_PAGE_STOPPED;
  *losses = message.losses;
  *content = g_steal_pointer (&page);
  return ZB_PDF_PAGE_READ;
}
