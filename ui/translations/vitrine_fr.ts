<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>AttractScreen</name>
    <message>
        <source>See it on you, before you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step up and touch. Your picture stays in this mirror and is gone when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera follows your face only to place the colour. Nobody is recognised, nothing is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComfortPage</name>
    <message>
        <source>Make yourself comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything within reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings every control and the picture lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black on white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easier to read from afar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareSlider</name>
    <message>
        <source>Before and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide to compare with before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoodbyeScreen</name>
    <message>
        <source>See you soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was kept: not your picture, not what you tried, not your picks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>What you can do here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch a shade and see it on you. Slide along the shades to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide the handle under your face to see before and now side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo takes back one step. Nothing you touch here can go wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what you like to your picks and show the list to one of us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your picture stays in this mirror and is gone when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rather talk to a person? Wave to one of us, we know this mirror well.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Which language do you like?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the mirror</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LooksShelf</name>
    <message>
        <source>Wear a whole look, then change any piece of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, on you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PicksPage</name>
    <message>
        <source>My picks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All together, tax included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep trying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet. When a shade suits you, add it to your picks and find it again here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this list to one of us, and we bring everything. It goes when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · on you now</source>
        <comment>shade</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Your reflection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductShelf</name>
    <message>
        <source>%1, %2</source>
        <comment>kind, finish</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, on you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>description, size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2, a %3</source>
        <comment>shade code, shade name, colour in words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch a shade to see it on you, or slide along them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rich</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestingPicture</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mirror is taking a short rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reflection is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through every shade meanwhile. Your reflection comes back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the team: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StillTherePage</name>
    <message>
        <source>Still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I’m done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I’m still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In %n second(s) everything from this visit is cleared, so that the next person finds a fresh mirror.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TryPage</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On you: %1</source>
        <extracomment>Opens the list of products on the face. %n is how many there are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In my picks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to my picks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My picks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I’m done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WearingPage</name>
    <message>
        <source>On you now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it all off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep trying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet. Touch a shade, and it is on you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lipstick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lip liner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyeshadow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyeliner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mascara</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brow colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bronzer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foundation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coloured lenses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>satin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>glossy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metallic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shimmering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Natural</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beige</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>A shade in words. %1 how deep (&quot;deep&quot;), %2 how warm (&quot;cool&quot;), %3 the colour (&quot;red&quot;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand in front of the mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come a little closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a small step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look straight at the mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little more light would help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
