/* A source without its licence line. */
int answer (void);
