pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// The words for the keys that the view models give: shelves, kinds, finishes, placements, tones, guidance.
QtObject {
    function category(key: string): string {
        switch (key) {
        case "lips":
            return qsTr("Lips");
        case "eyes":
            return qsTr("Eyes");
        case "brows":
            return qsTr("Brows");
        case "face":
            return qsTr("Face");
        case "care":
            return qsTr("Care");
        case "fragrance":
            return qsTr("Fragrance");
        case "tools":
            return qsTr("Tools");
        case "looks":
            return qsTr("Looks");
        }
        return "";
    }

    // What stands for a product without colours.
    function categoryIcon(key: string): string {
        switch (key) {
        case "care":
            return "jar";
        case "fragrance":
            return "perfume";
        case "tools":
            return "brush";
        }
        return "swatch";
    }

    function tag(key: string): string {
        switch (key) {
        case "vegan":
            return qsTr("Vegan");
        case "fragrance_free":
            return qsTr("Fragrance-free");
        case "sensitive":
            return qsTr("For sensitive skin");
        case "sun_protection":
            return qsTr("Sun protection");
        case "waterproof":
            return qsTr("Waterproof");
        case "long_wear":
            return qsTr("Long wear");
        case "refillable":
            return qsTr("Refillable");
        case "new":
            return qsTr("New");
        }
        return "";
    }

    // How products lie.
    function order(key: string): string {
        switch (key) {
        case "shelf":
            return qsTr("As on the shelf");
        case "price":
            return qsTr("Lowest price");
        case "unit_price":
            return qsTr("Lowest price per unit");
        }
        return "";
    }

    // What a price comes to, so that packages of any size can be compared.
    function unitPrice(price: string, unitKey: string): string {
        switch (unitKey) {
        case "ml":
            return qsTr("%1 / 100 ml", "price").arg(price);
        case "g":
            return qsTr("%1 / 10 g", "price").arg(price);
        case "piece":
            return qsTr("%1 each", "price").arg(price);
        }
        return "";
    }

    function stockOfCard(key: string): string {
        switch (key) {
        case "here":
            return qsTr("In stock here");
        case "elsewhere":
            return qsTr("Not here today");
        }
        return "";
    }

    // How many a store has; the number is told where they are few.
    function stock(levelKey: string, quantity: int): string {
        switch (levelKey) {
        case "none":
            return qsTr("None at the moment");
        case "few":
            return quantity === 1 ? qsTr("One left") : qsTr("%1 left", "number, 2 or 3").arg(quantity);
        case "plenty":
            return qsTr("In stock");
        }
        return qsTr("Ask one of us");
    }

    // How old a figure is.
    function age(minutes: int): string {
        if (minutes < 2)
            return qsTr("just now");
        if (minutes < 90)
            return qsTr("%1 min ago", "minutes").arg(minutes);
        if (minutes < 48 * 60)
            return qsTr("%1 h ago", "hours").arg(Math.round(minutes / 60));
        return qsTr("%1 days ago", "2 or more").arg(Math.round(minutes / 1440));
    }

    // Something to choose by: a brand's own name, or what a key means.
    function choice(groupKey: string, key: string): string {
        switch (groupKey) {
        case "brand":
            return key;
        case "finish":
            return capitalised(finish(key));
        case "hue":
            return capitalised(hue(key));
        case "tag":
            return tag(key);
        }
        return "";
    }

    function choices(groupKey: string): string {
        switch (groupKey) {
        case "brand":
            return qsTr("Brand");
        case "finish":
            return qsTr("Finish");
        case "hue":
            return qsTr("Colour");
        case "tag":
            return qsTr("Good to know");
        }
        return "";
    }

    function capitalised(text: string): string {
        return text.charAt(0).toLocaleUpperCase() + text.slice(1);
    }

    function kind(key: string): string {
        switch (key) {
        case "lipstick":
            return qsTr("Lipstick");
        case "lip_liner":
            return qsTr("Lip liner");
        case "eyeshadow":
            return qsTr("Eyeshadow");
        case "eyeliner":
            return qsTr("Eyeliner");
        case "lashes":
            return qsTr("Mascara");
        case "brows":
            return qsTr("Brow colour");
        case "blush":
            return qsTr("Blush");
        case "bronzer":
            return qsTr("Bronzer");
        case "contour":
            return qsTr("Contour");
        case "highlighter":
            return qsTr("Highlighter");
        case "foundation":
            return qsTr("Foundation");
        case "concealer":
            return qsTr("Concealer");
        case "lens":
            return qsTr("Coloured lenses");
        }
        return "";
    }

    function finish(key: string): string {
        switch (key) {
        case "matte":
            return qsTr("matte");
        case "satin":
            return qsTr("satin");
        case "gloss":
            return qsTr("glossy");
        case "sheer":
            return qsTr("sheer");
        case "metallic":
            return qsTr("metallic");
        case "shimmer":
            return qsTr("shimmering");
        }
        return "";
    }

    // How a kind is worn.
    function style(kindKey: string, key: string): string {
        switch (key) {
        case "full":
            return kindKey === "lashes" ? qsTr("Full") : qsTr("All over");
        case "line":
            return qsTr("Outline");
        case "ombre":
            return qsTr("Ombré");
        case "two_tone":
            return qsTr("Two-tone");
        case "lid":
            return qsTr("Lid");
        case "crease":
            return qsTr("Crease");
        case "halo":
            return qsTr("Halo");
        case "smoky":
            return qsTr("Smoky");
        case "cut_crease":
            return qsTr("Cut crease");
        case "classic":
            return qsTr("Classic");
        case "tight":
            return qsTr("Fine");
        case "wing":
            return qsTr("Wing");
        case "cat":
            return qsTr("Cat eye");
        case "smudged":
            return qsTr("Smudged");
        case "graphic":
            return qsTr("Graphic");
        case "natural":
            return qsTr("Natural");
        case "wispy":
            return qsTr("Wispy");
        case "doll":
            return qsTr("Doll eye");
        case "defined":
            return qsTr("Defined");
        case "apples":
            return qsTr("Apples");
        case "draped":
            return qsTr("Draped");
        case "lifted":
            return qsTr("Lifted");
        case "sun_kissed":
            return qsTr("Sun-kissed");
        case "fitted":
            return qsTr("For my face");
        case "oval":
            return qsTr("Oval");
        case "round":
            return qsTr("Round");
        case "square":
            return qsTr("Square");
        case "heart":
            return qsTr("Heart");
        case "long":
            return qsTr("Long");
        case "vivid":
            return qsTr("Vivid");
        }
        return "";
    }

    function depth(key: string): string {
        switch (key) {
        case "pale":
            return qsTr("very light");
        case "light":
            return qsTr("light");
        case "medium":
            return qsTr("medium");
        case "deep":
            return qsTr("deep");
        case "very_deep":
            return qsTr("very deep");
        }
        return "";
    }

    function temperature(key: string): string {
        switch (key) {
        case "warm":
            return qsTr("warm");
        case "neutral":
            return qsTr("neutral");
        case "cool":
            return qsTr("cool");
        }
        return "";
    }

    function hue(key: string): string {
        switch (key) {
        case "black":
            return qsTr("black");
        case "grey":
            return qsTr("grey");
        case "white":
            return qsTr("white");
        case "beige":
            return qsTr("beige");
        case "brown":
            return qsTr("brown");
        case "pink":
            return qsTr("pink");
        case "plum":
            return qsTr("plum");
        case "red":
            return qsTr("red");
        case "coral":
            return qsTr("coral");
        case "orange":
            return qsTr("orange");
        case "gold":
            return qsTr("gold");
        case "green":
            return qsTr("green");
        case "teal":
            return qsTr("teal");
        case "blue":
            return qsTr("blue");
        case "purple":
            return qsTr("purple");
        }
        return "";
    }

    // A swatch in words, for those who do not see it.
    function tone(depthKey: string, temperatureKey: string, hueKey: string): string {
        //: A shade in words. %1 how deep ("deep"), %2 how warm ("cool"), %3 the colour ("red")
        return qsTr("%1 %2 %3").arg(depth(depthKey)).arg(temperature(temperatureKey)).arg(hue(hueKey));
    }

    // How a shade differs from the skin.
    function beside(depthKey: string, warmthKey: string): string {
        const depth = lighter(depthKey);
        const warmth = warmer(warmthKey);
        if (depth === "" && warmth === "")
            return qsTr("as your skin");
        //: How a shade differs from the skin. %1 is "a touch lighter", %2 is "a touch warmer"
        return depth === "" ? warmth : warmth === "" ? depth : qsTr("%1, %2").arg(depth).arg(warmth);
    }

    function lighter(key: string): string {
        switch (key) {
        case "touch_lighter":
            return qsTr("a touch lighter");
        case "lighter":
            return qsTr("lighter");
        case "touch_deeper":
            return qsTr("a touch deeper");
        case "deeper":
            return qsTr("deeper");
        }
        return "";
    }

    function warmer(key: string): string {
        switch (key) {
        case "touch_warmer":
            return qsTr("a touch warmer");
        case "warmer":
            return qsTr("warmer");
        case "touch_cooler":
            return qsTr("a touch cooler");
        case "cooler":
            return qsTr("cooler");
        }
        return "";
    }

    // Why a skin's colour cannot be told, as what to do about it.
    function skinTrouble(key: string): string {
        switch (key) {
        case "no_face":
        case "out_of_sight":
            return qsTr("Stand in front of the mirror, with all of your face in the picture.");
        case "too_far":
            return qsTr("Come a little closer.");
        case "turned_away":
            return qsTr("Look straight at the mirror and hold still.");
        case "eyes_hidden":
            return qsTr("Take off dark glasses and open your eyes: their white tells the mirror what the light is like.");
        case "too_dark":
            return qsTr("It is too dark here. Step where more light falls on your face.");
        case "too_bright":
            return qsTr("The light on your face is too bright. Step a little out of it.");
        case "mixed_light":
            return qsTr("The two sides of your face are in different light. Turn so that it falls from the front.");
        case "coloured_light":
            return qsTr("The light here is too coloured. Ask one of us: we match you in daylight.");
        case "no_picture":
            return qsTr("The mirror has no picture just now. Ask one of us: we match you by hand.");
        }
        return "";
    }

    function guidance(key: string): string {
        switch (key) {
        case "no_face":
            return qsTr("Stand in front of the mirror");
        case "too_far":
            return qsTr("Come a little closer");
        case "too_close":
            return qsTr("Take a small step back");
        case "turned_away":
            return qsTr("Look straight at the mirror");
        case "too_dark":
            return qsTr("A little more light would help");
        }
        return "";
    }

    function guidanceIcon(key: string): string {
        switch (key) {
        case "too_dark":
            return "sun";
        case "none":
        case "":
            return "";
        }
        return "face";
    }
}
