# SPDX-License-Identifier: GPL-3.0-or-later
"""Reliability diagram: how often facts are right that claim a confidence, as SVG."""

SIDE, LEFT, TOP = 400, 70, 50
BANDS = (0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0000001)


def bands_of(scored):
    """(number, mean confidence, share right) of each band that has facts."""
    for low, high in zip(BANDS, BANDS[1:]):
        band = [(c, ok) for c, ok in scored if low <= c < high]
        if band:
            yield len(band), sum(c for c, _ in band) / len(band), sum(ok for _, ok in band) / len(band)


def draw(scored):
    def x(value):
        return LEFT + value * SIDE

    def y(value):
        return TOP + (1 - value) * SIDE

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE + 240} {SIDE + 120}" '
           'font-family="sans-serif" font-size="13">',
           '<rect width="100%" height="100%" fill="white"/>',
           f'<text x="{LEFT}" y="28" font-size="15">{len(scored)} facts of documents that were not fitted</text>']
    for tick in range(0, 11, 2):
        value = tick / 10
        out.append(f'<path d="M{x(value):.1f} {y(0)}V{y(1)}M{x(0)} {y(value):.1f}H{x(1)}" stroke="#ddd"/>')
        out.append(f'<text x="{x(value):.1f}" y="{y(0) + 20}" text-anchor="middle">{value:.1f}</text>')
        out.append(f'<text x="{x(0) - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value:.1f}</text>')
    out.append(f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#888" stroke-dasharray="5 4"/>')
    points = list(bands_of(scored))
    line = "L".join(f"{x(c):.1f} {y(r):.1f}" for _, c, r in points)
    out.append(f'<path d="M{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/>')
    for count, confidence, right in points:
        out.append(f'<circle cx="{x(confidence):.1f}" cy="{y(right):.1f}" r="4" fill="#1f5fa8">'
                   f'<title>{count} facts, mean {confidence:.3f}, right {right:.3f}</title></circle>')
    out.append(f'<text x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 45}" text-anchor="middle">mean confidence of a band</text>')
    out.append(f'<text transform="translate(22 {TOP + SIDE / 2}) rotate(-90)" text-anchor="middle">share of right facts</text>')
    for number, (count, confidence, right) in enumerate(points):
        out.append(f'<text x="{LEFT + SIDE + 14}" y="{TOP + 30 + number * 20}" font-size="11">'
                   f'{confidence:.3f} → {right:.3f} ({count})</text>')
    return "\n".join(out + ["</svg>"]) + "\n"
