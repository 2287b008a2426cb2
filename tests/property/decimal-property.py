#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the program's decimals with Python's over random values, every spelling of an amount with
its value, and sums of many numbers with those of bc where that is installed.
Usage: decimal-property.py DRIVER [COUNT [SEED]]

The first line of the output says how many comparisons were made; the status is 1 where one of
them found a difference."""
import decimal
import random
import shutil
import subprocess
import sys

MAX_SCALE = 12
LIMIT = 10 ** 30
BATCH = 20000
decimal.getcontext().prec = 120
FULL_WIDTH = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
FINANCIAL = "零壹贰叁肆伍陆柒捌玖"
EVERYDAY = "零一二三四五六七八九"


def make_number(rng):
    """Mostly everyday amounts, with the limits of length and of scale among them."""
    digits = rng.choice((1, 2, 3, 4, 6, 8, 12, 18, 24, 29, 30))
    scale = rng.choice((0, 0, 1, 2, 2, 4, 6, 11, 12))
    coefficient = rng.choice((rng.randrange(10 ** digits), rng.randrange(10 ** digits), 0,
                              10 ** digits - 1, 10 ** (digits - 1), 5 * 10 ** (digits - 1)))
    return write(-coefficient if rng.random() < 0.4 else coefficient, scale)


def write(coefficient, scale):
    digits = str(abs(coefficient)).rjust(scale + 1, "0")
    text = digits[:-scale] + "." + digits[-scale:] if scale else digits
    return "-" + text if coefficient < 0 else text


def fits(value):
    """Whether a value has a place among the decimals of the program."""
    scaled = value.scaleb(MAX_SCALE)
    if scaled != scaled.to_integral_value():
        return False
    sign, digits, exponent = value.as_tuple()
    coefficient = int("".join(map(str, digits)))
    while exponent < 0 and coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
    return coefficient * 10 ** max(exponent, 0) < LIMIT


def stripped(text):
    """Coefficient and scale without the zeros behind the point."""
    whole, _, places = text.partition(".")
    places = places.rstrip("0")
    return abs(int(whole + places)), len(places)


def aligned_fits(a, b):
    """Whether both have a place at the larger of their scales."""
    (left, low), (right, high) = stripped(a), stripped(b)
    scale = max(low, high)
    return left * 10 ** (scale - low) < LIMIT and right * 10 ** (scale - high) < LIMIT


def ask_decimal(rng):
    """A question, and a function that judges the answer."""
    a, b = make_number(rng), make_number(rng)
    x, y = decimal.Decimal(a), decimal.Decimal(b)
    verb = rng.choice(("print", "add", "subtract", "multiply", "divide", "compare", "shift"))
    if verb == "print":  # print∘parse is identity; minus zero is zero
        canonical = a[1:] if x == 0 and a[0] == "-" else a
        return f"print\t{a}", lambda answer: answer == canonical
    if verb == "compare":
        return f"compare\t{a}\t{b}", lambda answer: int(answer) == (x > y) - (x < y)
    if verb == "divide":
        scale = rng.randrange(MAX_SCALE + 1)
        if y == 0:
            return f"divide\t{a}\t{b}\t{scale}", lambda answer: answer == "-"
        quotient = (x / y).quantize(decimal.Decimal(1).scaleb(-scale), decimal.ROUND_HALF_UP)
        large = abs(int(quotient.scaleb(scale))) >= LIMIT
        return f"divide\t{a}\t{b}\t{scale}", lambda answer: answer == "-" if large else \
            answer != "-" and decimal.Decimal(answer) == quotient
    if verb == "shift":
        power = rng.randrange(-15, 16)
        return f"shift\t{a}\t{power}", exactly(x.scaleb(power), True)
    if verb == "multiply":
        must = stripped(a)[0] * stripped(b)[0] < 2 ** 127
        return f"multiply\t{a}\t{b}", exactly(x * y, must)
    result = x + y if verb == "add" else x - y
    return f"{verb}\t{a}\t{b}", exactly(result, aligned_fits(a, b))


def exactly(result, must):
    """The answer is the exact result; it may be missing only where it has no place."""
    if fits(result) and must:
        return lambda answer: answer != "-" and decimal.Decimal(answer) == result
    return lambda answer: answer == "-" or (fits(result) and decimal.Decimal(answer) == result)


def numeral(value, digits, units):
    """The Chinese numeral of 0 < value < 10^12."""
    def section(number):
        text, gap = "", False
        for power, unit in zip((1000, 100, 10, 1), units):
            digit = number // power % 10
            if digit == 0:
                gap = bool(text)
                continue
            text += (digits[0] if gap else "") + digits[digit] + unit
            gap = False
        return text

    text, gap = "", False
    for power, unit in ((10 ** 8, "亿"), (10 ** 4, "万"), (1, "")):
        part = value // power % 10 ** 4
        if part == 0:
            gap = bool(text)
            continue
        text += (digits[0] if text and (gap or part < 1000) else "") + section(part) + unit
        gap = False
    return text


def group(text, separator):
    whole, point, places = text.partition(".")
    return f"{int(whole):,}".replace(",", separator) + point + places


def broken_group(plain):
    """A line break inside the last thousands, where there are any."""
    text = group(plain, ",")
    at = text.find(".") - 1
    return text[:at] + "\\n" + text[at:] if "," in text else text


def coins(cents):
    """12元5角8分, leaving out what is nothing."""
    text = f"{cents // 100}元"
    return text + (f"{cents // 10 % 10}角" if cents // 10 % 10 else "") + \
        (f"{cents % 10}分" if cents % 10 else "")


def ask_spelling(rng):
    """One amount in yuan in one of its spellings."""
    cents = rng.randrange(1, 10 ** rng.choice((3, 6, 9, 12, 14)))
    yuan = decimal.Decimal(cents).scaleb(-2)
    plain = write(cents, 2)
    whole = cents // 100 or 1
    spelling, value = rng.choice((
        (plain + "元", yuan), (plain.translate(FULL_WIDTH) + "元", yuan),
        (group(plain, ",") + "元", yuan), (group(plain, "，") + " 元", yuan),
        (group(plain, "'") + "元", yuan), (plain.replace(".", "·") + "元", yuan),
        (group(plain, ", ") + "元", yuan), (plain.replace(".", "\\n.") + "元", yuan),
        (write(cents, 6) + "万元", yuan), (write(cents, 6) + " 万\\n元", yuan),
        (write(cents, 10) + "亿元", yuan),
        (group(plain, "\u2009") + "元", yuan), (broken_group(plain) + "元", yuan),
        ("￥" + group(plain, ","), yuan), ("人民币" + plain + "元整", yuan),
        (plain + "（元）", yuan), ("为" + plain + "元", yuan), ("约" + plain + "元左右", yuan),
        ("负" + plain + "元", -yuan), ("△" + plain + "元", -yuan), ("－" + plain + "元", -yuan),
        (write(cents, 4) + "百元", yuan), (write(cents, 5) + "千元", yuan),
        (write(cents, 8) + "百万元", yuan), (write(cents, 6) + "余万元", yuan),
        (coins(cents), yuan), (f"{whole // 10000 or 1}万{whole % 9000 + 1000}元",
                               decimal.Decimal((whole // 10000 or 1) * 10000 + whole % 9000 + 1000)),
        (numeral(whole, EVERYDAY, ("千", "百", "十", "")) + "元", decimal.Decimal(whole)),
        (numeral(whole, FINANCIAL, ("仟", "佰", "拾", "")) + "元整", decimal.Decimal(whole)),
    ))
    return f"find\t{spelling}", lambda answer: answer.count("\t") == 0 and \
        answer.split("|")[3] == "CNY" and decimal.Decimal(answer.split("|")[2]) == value


def run_batch(driver, rng, count):
    """Returns the questions that were answered wrongly, with the answers."""
    asked = [ask_spelling(rng) if rng.random() < 0.25 else ask_decimal(rng) for _ in range(count)]
    text = "".join(question + "\n" for question, _ in asked)
    answers = subprocess.run([driver], input=text, capture_output=True, text=True, check=True,
                             encoding="utf-8").stdout.splitlines()
    if len(answers) != count:
        return [("", f"{len(answers)} answers to {count} questions")]
    return [(question, answer) for (question, right), answer in zip(asked, answers)
            if not safely(right, answer)]


def check_sums(driver, rng, count):
    """Sums of columns of amounts as bc adds them up; Python does where there is no bc."""
    columns = [[make_amount(rng) for _ in range(rng.randrange(1, 40))] for _ in range(count)]
    text = "".join("sum\t" + " ".join(column) + "\n" for column in columns)
    answers = subprocess.run([driver], input=text, capture_output=True, text=True, check=True,
                             encoding="utf-8").stdout.splitlines()
    if shutil.which("bc"):
        text = "".join("+".join(f"({number})" for number in column) + "\n" for column in columns)
        sums = subprocess.run(["bc"], input=text, capture_output=True, text=True, check=True,
                              env={"BC_LINE_LENGTH": "0"}).stdout.splitlines()
    else:
        sums = [str(sum(map(decimal.Decimal, column))) for column in columns]
    return [(" ".join(column), answer) for column, answer, right in zip(columns, answers, sums)
            if answer == "-" or decimal.Decimal(answer) != decimal.Decimal(right)]


def make_amount(rng):
    cents = rng.randrange(10 ** rng.choice((2, 5, 8, 12, 16)))
    return write(-cents if rng.random() < 0.2 else cents, rng.choice((0, 2, 2, 4, 6)))


def safely(right, answer):
    try:
        return right(answer)
    except (ArithmeticError, IndexError, ValueError):
        return False


def main():
    driver = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    rng = random.Random(seed)
    wrong, done = [], 0
    while done < count and len(wrong) < 20:
        size = min(BATCH, count - done)
        wrong += run_batch(driver, rng, size - size // 100)
        wrong += check_sums(driver, rng, size // 100)
        done += size
    print(f"{done} comparisons, {len(wrong)} wrong, seed {seed}")
    for question, answer in wrong[:20]:
        print(f"  {question!r} gave {answer!r}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
