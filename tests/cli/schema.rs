//! `schema`: what may be written in the files, for editors.

use crate::sandbox::Sandbox;

#[test]
fn the_schema_of_a_form_is_printed() {
    let nowhere = Sandbox::empty();
    insta::assert_snapshot!(nowhere.run("schema group"), @r##"
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "type": "object",
      "description": "One group.",
      "properties": {
        "name": {
          "type": "string",
          "description": "The name."
        },
        "former": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/Former"
          },
          "description": "The names borne before it, each until a day, the earliest first."
        },
        "from": {
          "type": "string",
          "format": "date",
          "description": "The first day."
        },
        "until": {
          "type": "string",
          "format": "date",
          "description": "The last day, where it was closed."
        },
        "note": {
          "type": "string",
          "description": "A note."
        }
      },
      "additionalProperties": false,
      "required": [
        "name",
        "from"
      ],
      "definitions": {
        "Former": {
          "type": "object",
          "description": "A name that was borne before the present one.",
          "properties": {
            "name": {
              "type": "string",
              "description": "The name."
            },
            "until": {
              "type": "string",
              "format": "date",
              "description": "The last day of that name; from the next day on the following one holds."
            }
          },
          "additionalProperties": false,
          "required": [
            "name",
            "until"
          ]
        }
      }
    }
    "##);
    assert_eq!(nowhere.run("schema groups/criminal.toml"), nowhere.run("schema group"));
    let list = nowhere.run("schema --format csv");
    assert!(list.contains("\r\nrules/points,rules/points.toml\r\n"), "{list}");
    insta::assert_snapshot!(nowhere.refused("schema membr"), @"
    --- stderr
    error: there is no form of file `membr`
    help: did you mean `member`?
    --- exit Some(2)
    ");
}

#[test]
fn an_editor_is_led_to_the_schemas() {
    let branch = Sandbox::branch();
    insta::assert_snapshot!(branch.run("schema --out ."), @"
    --- stderr
    wrote 31 JSON Schemas into .
    ");
    let pointers = branch.read(".taplo.toml");
    assert!(
        pointers.contains("[[rule]]\ninclude = [\"members/*.toml\"]\n[rule.schema]\npath = \"schemas/member.json\"\n")
    );
    for path in pointers.lines().filter_map(|line| line.strip_prefix("path = ")) {
        let schema: serde_json::Value = serde_json::from_str(&branch.read(path.trim_matches('"'))).unwrap();
        assert_eq!(schema["type"], "object", "{path}");
    }
    // What is written is no finding, and what is there is not written over.
    assert_eq!(branch.run("check"), Sandbox::branch().run("check"));
    branch.write(".taplo.toml", "# 我的\n");
    insta::assert_snapshot!(branch.run("schema --out ."), @r#"
    --- stderr
    wrote 31 JSON Schemas into .
    warning: .taplo.toml says something else already, and was left as it is
    help: add what you need, such as: [[rule]] include = ["members/*.toml"] [rule.schema] path = "schemas/member.json"
    "#);
    assert_eq!(branch.read(".taplo.toml"), "# 我的\n");
}
